package io.changbai.device.api;

import java.util.concurrent.CompletionStage;

/**
 * One command a device is carrying out.
 *
 * @param <R> a sealed result: everything a person, a cable or a device can cause is one of its variants
 */
public interface DeviceCommand<R> {

    /**
     * Completes exactly once, also after {@link #cancel}, on the device's thread. It completes exceptionally only for a
     * defect in the driver.
     */
    CompletionStage<R> result();

    /**
     * Asks the device to stop waiting. What has already happened counts: a card that was read before the cancel reached
     * the device is still reported as read. Cancelling twice, or after the end, is harmless.
     */
    void cancel();
}
