package io.changbai.telemetry.internal;

import io.changbai.platform.link.OutboundFeed;
import io.changbai.platform.messages.operations.OperationsApi;
import org.osgi.service.component.annotations.Component;

/** Lets the link carry events to operations, after transactions. */
@Component
public final class EventFeed implements OutboundFeed {

    static final String NAME = "events";

    @Override
    public String feed() {
        return NAME;
    }

    @Override
    public String appId() {
        return OperationsApi.TELEMETRY;
    }

    @Override
    public String resource() {
        return OperationsApi.EVENT;
    }

    @Override
    public int drainOrder() {
        return 3;
    }
}
