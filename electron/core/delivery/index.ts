/** How what is written here leaves the desk besides the marks: copies to the collector, and the stop where too much waits. */
export { createDelivery, type Delivery } from './create-delivery.ts';
