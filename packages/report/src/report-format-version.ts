/** The report's wire format. A reader of another version refuses, or upgrades what it knows. */
export const reportFormatVersion = 1;
