package io.changbai.sandbox.platform;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.KuraCodec;
import io.changbai.platform.messages.KuraPayload;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.core.CoreApi;
import io.changbai.platform.messages.core.FaceVerdict;
import io.changbai.platform.messages.core.FindPerson;
import io.changbai.platform.messages.core.IssueCertificate;
import io.changbai.platform.messages.core.PersonFound;
import io.changbai.platform.messages.core.VerifyFace;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Speaks to the sandbox as a terminal does, in bytes on topics. */
final class TerminalAtTheSandbox {

    /** @param payload decoded reply */
    record Heard(int code, byte[] body) {
        <T> T as(Class<T> type) throws MalformedBodyException {
            return JsonCodec.read(body, type);
        }

        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private final AtomicInteger requests = new AtomicInteger();
    private final Switchboard switchboard;
    private final String id;

    TerminalAtTheSandbox(Switchboard switchboard, String id) {
        this.switchboard = switchboard;
        this.id = id;
    }

    Optional<Heard> tryAsk(String method, String resource, byte[] body) {
        String request = "r" + requests.incrementAndGet();
        KuraPayload payload = new KuraPayload(
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                Map.of(Reply.REQUEST_ID, request, Reply.REQUESTER, id),
                Optional.of(body));
        return switchboard
                .take("changbai/" + id + "/CORE-V1/" + method + "/" + resource, KuraCodec.encode(payload))
                .map(posted -> {
                    if (!posted.topic().equals("$EDC/changbai/" + id + "/CORE-V1/REPLY/" + request)) {
                        throw new AssertionError("answered to " + posted.topic());
                    }
                    KuraPayload reply = KuraCodec.decode(posted.payload());
                    return new Heard(
                            Reply.code(reply).orElseThrow(), reply.body().orElseThrow());
                });
    }

    Heard ask(String method, String resource, Object body) {
        return tryAsk(method, resource, JsonCodec.write(body)).orElseThrow();
    }

    String personId(Resident person) throws MalformedBodyException {
        return ask("EXEC", CoreApi.FIND_PERSON, new FindPerson("ID_CARD", person.number(), person.name(), null, null))
                .as(PersonFound.class)
                .personId();
    }

    FaceVerdict face(String personId, byte[] jpeg) throws MalformedBodyException {
        return ask("EXEC", CoreApi.VERIFY_FACE, new VerifyFace(personId, "consent-1", jpeg))
                .as(FaceVerdict.class);
    }

    /** The question for a certificate over all times, with the person found and proven. */
    IssueCertificate certificateFor(Resident person, String key) throws Exception {
        String personId = personId(person);
        String proof = face(personId, faceOf(person.key())).proof();
        return new IssueCertificate(key, personId, proof, "1980-01", "2026-10", id);
    }

    /** A picture as of the bench's camera: a cartoon with a code beneath it. */
    static byte[] faceOf(String key) throws IOException, WriterException {
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(Color.ORANGE);
        pen.fillOval(220, 10, 200, 200);
        pen.dispose();
        BitMatrix code = new QRCodeWriter().encode("face:" + key, BarcodeFormat.QR_CODE, 220, 220);
        for (int x = 0; x < 220; x++) {
            for (int y = 0; y < 220; y++) {
                picture.setRGB(210 + x, 240 + y, code.get(x, y) ? 0x000000 : 0xFFFFFF);
            }
        }
        return jpeg(picture);
    }

    static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
