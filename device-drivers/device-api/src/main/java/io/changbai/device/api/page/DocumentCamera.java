package io.changbai.device.api.page;

import io.changbai.device.api.Device;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.print.VisitToken;
import java.time.Duration;

/** Takes a picture of one page that lies under it, for one visit. There is no way to get a frame without a capture. */
public interface DocumentCamera extends Device {

    /**
     * Opens the camera, waits for a page that lies still, takes it as seen from straight above, closes the camera. A visit
     * that ends meanwhile cancels it.
     *
     * @param visit the visit the page belongs to
     * @param patience how long to try; after that the result says what was wrong at the end
     */
    DeviceCommand<PageResult> capture(VisitToken visit, Duration patience);
}
