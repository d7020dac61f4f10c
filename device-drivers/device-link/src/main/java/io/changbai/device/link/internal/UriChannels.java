package io.changbai.device.link.internal;

import io.changbai.device.link.ByteChannel;
import io.changbai.device.link.Channels;
import java.io.IOException;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens serial ports by jSerialComm, HID reports and TCP connections; the scheme of the URI decides. */
@Component
public final class UriChannels implements Channels {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(3);

    @Activate
    public UriChannels() {}

    @Override
    public ByteChannel open(String uri) throws IOException {
        ChannelUri parsed = ChannelUri.parse(uri);
        if (parsed instanceof ChannelUri.Tcp tcp) {
            return TcpChannel.connect(tcp, CONNECT_PATIENCE);
        }
        if (parsed instanceof ChannelUri.Hidraw hidraw) {
            return HidrawChannel.open(hidraw);
        }
        return SerialChannel.open((ChannelUri.Serial) parsed);
    }
}
