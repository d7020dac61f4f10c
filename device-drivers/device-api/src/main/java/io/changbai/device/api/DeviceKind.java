package io.changbai.device.api;

/** The classes of device a lobby terminal has can have. */
public enum DeviceKind {
    ID_CARD_READER,
    SOCIAL_CARD_READER,
    QR_SCANNER,
    FACE_CAMERA,
    RECEIPT_PRINTER,
    DOCUMENT_PRINTER,
    /** An encrypting PIN pad. */
    PIN_PAD,
    /** A camera that looks down on papers. */
    DOCUMENT_CAMERA,
    /** Lights, doors, presence and other digital signals of the cabinet. */
    SIGNALS,
    /** Mains and battery. */
    POWER_SUPPLY,
    SPEECH
}
