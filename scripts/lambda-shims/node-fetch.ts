/** Google's client brings a fetch for old Nodes; this one has its own. */
export default globalThis.fetch;
