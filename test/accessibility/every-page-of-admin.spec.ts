import { everyPageIsAccessible } from './support/every-page.js';

everyPageIsAccessible('admin');
