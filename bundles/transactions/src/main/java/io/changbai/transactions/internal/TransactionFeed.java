package io.changbai.transactions.internal;

import io.changbai.platform.link.OutboundFeed;
import io.changbai.platform.messages.operations.OperationsApi;
import org.osgi.service.component.annotations.Component;

/** Lets the link carry every step to the platform; it leaves the feed only when the platform has committed it. */
@Component
public final class TransactionFeed implements OutboundFeed {

    static final String NAME = "transactions";

    @Override
    public String feed() {
        return NAME;
    }

    @Override
    public String appId() {
        return OperationsApi.TRANSACTIONS;
    }

    @Override
    public String resource() {
        return OperationsApi.RECORD;
    }

    @Override
    public int drainOrder() {
        return 2;
    }
}
