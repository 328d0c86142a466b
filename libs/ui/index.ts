export { assetPaths, assets, browserAsset } from './assets/assets.js';
export type { Asset } from './assets/assets.js';
export { CSRF_FIELD } from './frame.js';
export type { FrameLinks, PageFrame, ServiceParty, TimeLimit, WayBack as WayBackTo } from './frame.js';
export { LANGUAGE_NAMES, Page } from './page.js';
export type { PageProps } from './page.js';
export { renderMarkup, renderPage } from './render-page.js';
export { ErrorPage } from './error-page.js';
export type { ErrorPageProps } from './error-page.js';
export { errorPageExamples } from './error-page.examples.js';
export { exampleFrame, exampleKeysFrame, exampleService } from './examples.js';
export type { PageExample } from './examples.js';

export { Button, Buttons, LinkButton } from './components/button.js';
export type { ButtonLook, ButtonProps, LinkButtonProps } from './components/button.js';
export { chartScale, stackedTops } from './components/chart-scale.js';
export { Chart } from './components/chart.js';
export type { ChartProps, ChartSeries } from './components/chart.js';
export { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from './components/choices.js';
export type { Choice } from './components/choices.js';
export { DataTable, SummaryList } from './components/data.js';
export { unbroken } from './components/unbroken.js';
export type { DataTableProps, SummaryItem, TableColumn } from './components/data.js';
export { ErrorSummary } from './components/error-summary.js';
export type { FieldProblem } from './components/error-summary.js';
export { CodeField, FileField, PasswordField, TextAreaField, TextField } from './components/fields.js';
export type {
  FieldProps,
  PasswordFieldProps,
  TextAreaFieldProps,
  TextFieldProps,
} from './components/fields.js';
export { Form, HiddenFields } from './components/form.js';
export type { FormProps, HiddenFieldsProps } from './components/form.js';
export { Icon, PageMark } from './components/icon.js';
export type { IconName } from './components/icon.js';
export { Notice } from './components/notice.js';
export type { NoticeKind, NoticeProps } from './components/notice.js';
export { CopyButton, CopyText, Reference } from './components/reference.js';
export { ServiceHeader } from './components/service-header.js';
export { StepIndicator } from './components/step-indicator.js';
export { WayBack } from './components/way-back.js';

export { keyName, strengthWord } from './keys/key-words.js';
export { KeyIcon } from './keys/key-icon.js';
export { KeyGroup, KeyTile, KeyTiles, UnavailableKeyTile } from './keys/key-tile.js';
export type { KeyTileProps, UnavailableKeyTileProps } from './keys/key-tile.js';
export { StrengthMeter } from './keys/strength-meter.js';
