package io.changbai.device.api.pin;

import java.util.Objects;

/**
 * An encrypted PIN, for the platform's security module; nobody else can open it.
 *
 * @param format how the clear block was made before encryption
 * @param cipher the encrypted block in hexadecimal: 16 digits, 32 for format 4
 * @param keySerial the key it is encrypted with: 20 hexadecimal digits of a DUKPT key serial number (KSN)
 */
public record PinBlock(Format format, String cipher, String keySerial) {

    public PinBlock {
        Objects.requireNonNull(format);
        if (!cipher.matches("[0-9A-F]{16}|[0-9A-F]{32}") || !keySerial.matches("[0-9A-F]{16,24}")) {
            throw new IllegalArgumentException("not a PIN block with its key serial number");
        }
    }

    /** Block formats of ISO 9564-1 that may leave a pad. */
    public enum Format {
        /** Bound to an account number, filled with F. */
        ISO_0,
        /** Bound to no account number, filled at random. */
        ISO_1,
        /** Bound to an account number, filled at random. */
        ISO_3,
        /** Bound to an account number, AES. */
        ISO_4
    }

    /** Useless without the key, and still nobody's business. */
    @Override
    public String toString() {
        return "PinBlock[" + format + "]";
    }
}
