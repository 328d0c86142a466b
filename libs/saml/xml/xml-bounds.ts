/** What a document may cost at most; checked before the parser builds anything. */
export interface XmlBounds {
  readonly characters: number;
  readonly elements: number;
  readonly depth: number;
  /** Over the whole document, namespace declarations included. */
  readonly attributes: number;
  readonly attributesPerElement: number;
  /** Comments can cut a text in two for a careless reader; only metadata, written by people, may hold them. */
  readonly comments: 'refused' | 'allowed';
}

export const MESSAGE_BOUNDS: XmlBounds = {
  characters: 256 * 1024,
  elements: 1500,
  depth: 30,
  attributes: 4000,
  attributesPerElement: 40,
  comments: 'refused',
};

export const METADATA_BOUNDS: XmlBounds = {
  characters: 1024 * 1024,
  elements: 6000,
  depth: 40,
  attributes: 12_000,
  attributesPerElement: 60,
  comments: 'allowed',
};

export type XmlRefusal =
  | 'too-large'
  | 'too-many-elements'
  | 'too-many-attributes'
  | 'too-deep'
  | 'forbidden-character'
  | 'xml-declaration'
  | 'doctype'
  | 'processing-instruction'
  | 'cdata'
  | 'comment'
  | 'entity'
  | 'several-roots'
  | 'malformed'
  | 'duplicate-attribute'
  | 'namespace';
