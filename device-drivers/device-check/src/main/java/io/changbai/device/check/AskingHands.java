package io.changbai.device.check;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.changbai.device.api.signal.Light;
import io.changbai.device.contract.CabinetContract.CabinetHands;
import io.changbai.device.contract.DocumentCameraContract.PageHands;
import io.changbai.device.contract.FaceCameraContract.FaceHands;
import io.changbai.device.contract.Hands;
import io.changbai.device.contract.IdCardReaderContract.IdCardHands;
import io.changbai.device.contract.PinPadContract.PinHands;
import io.changbai.device.contract.PowerSupplyContract.PowerHands;
import io.changbai.device.contract.QrScannerContract.CodeHands;
import io.changbai.device.contract.ReceiptPrinterContract.ReceiptHands;
import io.changbai.device.contract.SocialCardReaderContract.SocialCardHands;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.opentest4j.TestAbortedException;

/**
 * A person's hands at real hardware: says what to do and waits for Enter. What a person cannot do, or with nobody there, the
 * rule is not exercised. Nobody is asked to put back what is not away.
 */
final class AskingHands
        implements IdCardHands,
                SocialCardHands,
                CodeHands,
                FaceHands,
                PageHands,
                ReceiptHands,
                CabinetHands,
                PowerHands,
                PinHands {

    private final boolean somebody;
    private final InputStream in;
    private final PrintStream out;
    private boolean unplugged;
    private boolean lying;
    private boolean empty;
    private boolean open;
    private boolean page;

    private AskingHands(boolean somebody, InputStream in, PrintStream out) {
        this.somebody = somebody;
        this.in = in;
        this.out = out;
    }

    static AskingHands of(boolean somebody, InputStream in, PrintStream out) {
        return new AskingHands(somebody, in, out);
    }

    private void ask(String deed) {
        if (!somebody) {
            throw Hands.cannot(deed);
        }
        out.print("  >> please " + deed + ", then press Enter (or type n, Enter when you cannot): ");
        out.flush();
        if (line().trim().startsWith("n")) {
            throw new TestAbortedException("the person could not " + deed);
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        try {
            int next = in.read();
            while (next >= 0 && next != '\n') {
                line.append((char) next);
                next = in.read();
            }
            if (next < 0 && line.length() == 0) {
                throw new TestAbortedException("nobody answers any more");
            }
        } catch (IOException e) {
            throw new TestAbortedException("nobody answers any more", e);
        }
        return line.toString();
    }

    @Override
    public void pullCable() {
        ask("pull the device's cable");
        unplugged = true;
    }

    @Override
    public void plugCable() {
        if (unplugged) {
            ask("put the cable back");
            unplugged = false;
        }
    }

    @Override
    public void putBack() {
        plugCable();
        closeCover();
        loadPaper();
        takeCard();
        takePage();
    }

    /** Nobody pulls a cable fifty times. */
    @Override
    public int stormCycles() {
        return somebody ? Integer.getInteger("changbai.storm", 3) : 0;
    }

    @Override
    public Optional<String> putCard() {
        ask("put a good card on or in the reader");
        lying = true;
        return Optional.empty();
    }

    @Override
    public void putOtherCard() {
        ask("put on a card with a chip that is no ID card");
        lying = true;
    }

    @Override
    public void putBankCard() {
        ask("put a bank card in the slot");
        lying = true;
    }

    @Override
    public void takeCard() {
        if (lying) {
            ask("take the card away");
            lying = false;
        }
    }

    @Override
    public void hold(String text) {
        if (somebody) {
            draw(text);
        }
        ask("hold the scanner before this code");
    }

    @Override
    public void takeAway() {
        // the code scrolls out of sight
    }

    @Override
    public void press(String digits) {
        ask("type " + digits + " on the PIN pad, and no other key");
    }

    @Override
    public void pressEnter() {
        ask("press the pad's green key");
    }

    @Override
    public void pressCancel() {
        ask("press the pad's red key");
    }

    @Override
    public void showFace() {
        ask("look into the camera");
    }

    @Override
    public void showNothing() {
        ask("cover the lens");
    }

    @Override
    public Optional<Integer> openStreams() {
        return Optional.empty();
    }

    @Override
    public void layPage() {
        ask("lay a printed A4 page under the camera, a little askew");
        page = true;
    }

    @Override
    public void takePage() {
        if (page) {
            ask("take the page away");
            page = false;
        }
    }

    @Override
    public void emptyPaper() {
        ask("take the paper out of the printer");
        empty = true;
    }

    @Override
    public void loadPaper() {
        if (empty) {
            ask("load the paper again");
            empty = false;
        }
    }

    @Override
    public void openCover() {
        ask("open the printer's cover");
        open = true;
    }

    @Override
    public void closeCover() {
        if (open) {
            ask("close the cover");
            open = false;
        }
    }

    @Override
    public OptionalInt cameOut() {
        return OptionalInt.empty();
    }

    @Override
    public Optional<String> lastSlip() {
        return Optional.empty();
    }

    @Override
    public void takePaper() {
        // whoever wants it takes it
    }

    @Override
    public void door(boolean open) {
        ask(open ? "open the cabinet's door" : "close the cabinet's door");
    }

    @Override
    public void tamper(boolean on) {
        ask(on ? "set the tamper sensor off" : "let the tamper sensor rest");
    }

    @Override
    public void headphones(boolean in) {
        ask(in ? "plug headphones in" : "pull the headphones out");
    }

    @Override
    public void supervisor(boolean on) {
        ask("turn the operator switch to " + (on ? "supervisor" : "run"));
    }

    @Override
    public boolean isLit(Light light) {
        throw Hands.cannot("say in every moment whether the light " + light + " is lit");
    }

    @Override
    public void mains(boolean on) {
        ask(on ? "give the power supply its mains back" : "take the mains from the power supply");
    }

    @Override
    public void drain() {
        throw Hands.cannot("wait until the battery is nearly empty");
    }

    /** Two modules to a line, dark on light. */
    private void draw(String text) {
        try {
            BitMatrix code = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 4));
            for (int y = 0; y < code.getHeight(); y += 2) {
                StringBuilder line = new StringBuilder("  ");
                for (int x = 0; x < code.getWidth(); x++) {
                    boolean above = !code.get(x, y);
                    boolean below = y + 1 >= code.getHeight() || !code.get(x, y + 1);
                    line.append(above ? (below ? '█' : '▀') : (below ? '▄' : ' '));
                }
                out.println(line);
            }
        } catch (WriterException e) {
            throw new TestAbortedException("this code cannot be drawn", e);
        }
    }
}
