package io.changbai.device.api;

/** The classes of device a lobby terminal has in this release. */
public enum DeviceKind {
    ID_CARD_READER,
    SOCIAL_CARD_READER,
    QR_SCANNER,
    FACE_CAMERA,
    RECEIPT_PRINTER,
    DOCUMENT_PRINTER
}
