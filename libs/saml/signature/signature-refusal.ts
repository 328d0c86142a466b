export type SignatureRefusal =
  | 'no-key'
  | 'no-signature'
  | 'several-signatures'
  | 'misplaced-signature'
  | 'ambiguous-id'
  | 'malformed-signature'
  | 'algorithm'
  | 'transform'
  | 'reference'
  | 'empty-digest'
  | 'digest'
  | 'signature';
