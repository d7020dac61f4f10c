package io.changbai.device.api;

import java.util.Objects;

/**
 * What a device says of itself, in the words of XFS4IoT {@code deviceInformation}. An empty text is a thing it did not
 * say; nothing is guessed.
 *
 * @param model for example {@code TM-T88VI}
 * @param firmware version of what runs inside it
 * @param serialNumber of this very device; it identifies hardware, never a person
 */
public record DeviceInformation(String model, String firmware, String serialNumber) {

    /** Nothing is known: the device was not asked yet, or it has no way to say. */
    public static final DeviceInformation UNKNOWN = new DeviceInformation("", "", "");

    public DeviceInformation {
        Objects.requireNonNull(model);
        Objects.requireNonNull(firmware);
        Objects.requireNonNull(serialNumber);
    }
}
