export { ApiDescription, type ApiDescriptionOptions } from './api-description.js';
export { DocumentationController } from './documentation.controller.js';
