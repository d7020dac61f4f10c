package io.changbai.device.api.signal;

/** The lights of a cabinet, by their names in XFS4IoT Lights. */
public enum Light {
    /** At the slot of the social security card. */
    CARD_READER,
    /** At the field for the resident ID card. */
    CONTACTLESS,
    SCANNER,
    PIN_PAD,
    RECEIPT_PRINTER,
    DOCUMENT_PRINTER,
    STATUS_GOOD,
    STATUS_WARNING,
    STATUS_BAD
}
