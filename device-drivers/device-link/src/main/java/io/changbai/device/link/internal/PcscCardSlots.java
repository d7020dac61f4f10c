package io.changbai.device.link.internal;

import io.changbai.device.link.CardSlot;
import io.changbai.device.link.CardSlots;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Smart card slots over javax.smartcardio and the PC/SC daemon. */
@Component
public final class PcscCardSlots implements CardSlots {

    private final PcscContext context = new PcscContext();

    @Activate
    public PcscCardSlots() {}

    @Override
    public CardSlot slot(String readerName) {
        return new PcscSlot(context, Pattern.compile(readerName));
    }
}
