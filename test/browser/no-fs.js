// What stands in for `fs`, which pcap-parser asks for and a page has not.
export {};
