package io.changbai.receipt.printer.internal;

import io.changbai.device.api.DeviceInformation;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.link.Channels;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The first words with a printer: what lay in it is cleared, it has to answer, and it says who it is. */
final class PrinterGreeting implements Connection.Opening<PrinterLine> {

    private static final int FIRMWARE = 65;
    private static final int MODEL = 67;
    private static final int SERIAL = 68;
    /** An old printer knows some of the questions; three of them unanswered cost a second at most. */
    private static final Duration ONE_ANSWER = Duration.ofMillis(300);

    private final Channels channels;
    private final String uri;
    private final PrinterProfile profile;
    private final Residue residue;
    private volatile DeviceInformation information = DeviceInformation.UNKNOWN;
    private boolean asked;

    PrinterGreeting(Channels channels, String uri, PrinterProfile profile, Residue residue) {
        this.channels = channels;
        this.uri = uri;
        this.profile = profile;
        this.residue = residue;
    }

    DeviceInformation information() {
        return information;
    }

    @Override
    public PrinterLine open() throws IOException {
        PrinterLine line = new PrinterLine(channels.open(uri));
        try {
            greet(line);
            return line;
        } catch (IOException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    private void greet(PrinterLine line) throws IOException {
        asked = false;
        residue.clear(line);
        if (profile.automaticStatus()) {
            line.send(EscPos.AUTOMATIC_STATUS);
        }
        if (line.ask(profile.answer()).isEmpty()) {
            throw new IOException("it gives no answer");
        }
        residue.isGone();
    }

    /** Asks once for each connection, and only a printer that is online: the others answer after the paper is back. */
    void identify(PrinterLine line) throws IOException {
        if (asked || !profile.identifies()) {
            return;
        }
        asked = true;
        Optional<String> model = line.introduce(MODEL, ONE_ANSWER);
        if (model.isPresent()) {
            String firmware = line.introduce(FIRMWARE, ONE_ANSWER).orElse("");
            String serial = line.introduce(SERIAL, ONE_ANSWER).orElse("");
            information = new DeviceInformation(plain(model.get()), plain(firmware), plain(serial));
        }
    }

    /** It goes to logs and screens: letters, digits and the like, and not many. */
    private static String plain(String text) {
        String visible = text.replaceAll("[^\\x20-\\x7E]", "").strip();
        return visible.length() > 40 ? visible.substring(0, 40) : visible;
    }
}
