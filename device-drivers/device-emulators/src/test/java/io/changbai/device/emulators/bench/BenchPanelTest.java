package io.changbai.device.emulators.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchPanelTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WANG = "{\"resident\":\"wang-min\"}";
    private static final int NOBODY_LISTENS = 1;
    private static final String RESIDENTS = """
            [{"key":"wang-min","name":"王小民","number":"89010119580312101X","sex":"1","nation":"01","born":"1958-03-12",
              "address":"八九省一〇一县银杏路1号","issuer":"八九省一〇一县公安局","validFrom":"2015-01-01","validTo":null,
              "pensioner":true,"socialCard":{"specVersion":"2.00","regionCode":"890101","cardNumber":"A12345678",
              "cardId":"89010100000000000000000000000001","issuedOn":"2018-05-01","validTo":"2028-05-01"},
              "eCardCode":"89E-WANG"},
             {"key":"no-card","name":"李无卡","eCardCode":"89E-LI"}]
            """;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        Path residents = folder.resolve("residents.json");
        Files.writeString(residents, RESIDENTS);
        Path spool = Files.createDirectory(folder.resolve("spool"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        bench = new Bench(new BenchSettings(0, NOBODY_LISTENS, residents, folder.resolve("paper"), Optional.of(spool)))
                .start();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void listsWhatHandsCanDoWithEachDevice() throws Exception {
        JsonNode actions = JSON.readTree(send(request("api/actions").GET()).body());

        assertThat(actions.path("receipt-printer").findValuesAsText("name")).contains("take", "cover", "unplug");
        JsonNode paper = actions.path("receipt-printer").get(1);
        assertThat(paper.path("parameters").get(0).path("choices").toString()).isEqualTo("[\"ok\",\"low\",\"out\"]");
    }

    @Test
    void answersAnUnknownActionWithTheListOfThoseThereAre() throws Exception {
        HttpResponse<String> answer = send(request("api/id-card-reader/dance").POST(body("{}")));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).path("error").asText())
                .contains("cannot do dance", "id-card-reader/present", "receipt-printer/cover");
    }

    @Test
    void drawsEveryActionFromTheTable() throws Exception {
        String page = send(request("bench.js").GET()).body();
        assertThat(page).contains("/api/actions").doesNotContain("receipt-printer/");
    }

    @Test
    void saysInASentenceWhatItCannotDo() throws Exception {
        assertThat(refusal("id-card-reader/present", "not json")).isEqualTo("The body is not JSON.");
        assertThat(refusal("id-card-reader/present", "[]")).isEqualTo("The body must be a JSON object.");
        assertThat(refusal("id-card-reader/present", "{}")).contains("needs \"resident\"");
        assertThat(refusal("id-card-reader/present", "{\"resident\":\"nobody\"}"))
                .contains("no resident nobody");
        assertThat(refusal("social-card-reader/insert", "{\"resident\":\"no-card\"}"))
                .contains("no social security card");
        assertThat(refusal("receipt-printer/paper", "{\"level\":\"plenty\"}")).contains("ok, low or out");
        assertThat(refusal("qr-scanner/hold", "x".repeat(70_000))).contains("longer than");
        assertThat(refusal("a/b/c", "{}")).contains("/api/<device>/<action>");
    }

    @Test
    void refusesOtherSitesAndOtherHosts() throws Exception {
        assertThat(send(request("api/reset")
                                .header("Origin", "http://evil.example")
                                .POST(body("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(raw("GET /api/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void handsOutPaperOnlyFromItsFolders() throws Exception {
        assertThat(raw("GET /paper/../secret.txt HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(send(request("paper/..%2Fsecret.txt").GET()).statusCode()).isEqualTo(404);
        Files.createDirectories(folder.resolve("paper"));
        Files.createSymbolicLink(folder.resolve("paper/link.txt"), folder.resolve("secret.txt"));
        assertThat(send(request("paper/link.txt").GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void showsItsPage() throws Exception {
        assertThat(send(request("").GET()).body()).contains("Changbai bench");
        assertThat(send(request("bench.js").GET()).statusCode()).isEqualTo(200);
        assertThat(send(request("camera.jpg").GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void handlesCardsCodesAndFaces() throws Exception {
        assertThat(act("id-card-reader/present", WANG).path("resident").asText())
                .isEqualTo("wang-min");
        assertThat(act("id-card-reader/lift", "").path("state").asText()).isEqualTo("NO_CARD");
        assertThat(act("social-card-reader/insert", WANG).path("status").asText())
                .isEqualTo("NO_READER");
        assertThat(act("social-card-reader/insert", "{\"card\":\"bank\"}")
                        .path("card")
                        .asText())
                .isEqualTo("bank");
        assertThat(act("social-card-reader/remove", "").path("card").isNull()).isTrue();
        assertThat(act("qr-scanner/hold", WANG).path("holding").asBoolean()).isTrue();
        assertThat(act("face-camera/show", WANG).path("resident").asText()).isEqualTo("wang-min");
        assertThat(act("face-camera/show", "{}").path("resident").isNull()).isTrue();
    }

    @Test
    void breaksAndMendsTheCameraInEveryWay() throws Exception {
        assertThat(refusal("face-camera/sight", "{\"how\":\"upside-down\"}")).contains("turned");
        for (String how : new String[] {"far", "two", "turned", "blurred", "overexposed", "well"}) {
            assertThat(act("face-camera/sight", "{\"how\":\"" + how + "\"}")
                            .path("sight")
                            .asText())
                    .isEqualTo(how);
        }
        for (String fault : new String[] {"dark", "garbage", "slow"}) {
            assertThat(act("face-camera/" + fault, "{\"on\":true}").path(fault).asBoolean())
                    .isTrue();
            assertThat(act("face-camera/" + fault, "{\"on\":false}").path(fault).asBoolean())
                    .isFalse();
        }
        assertThat(act("face-camera/freeze", "{\"on\":true}").path("frozen").asBoolean())
                .isTrue();
    }

    @Test
    void breaksAndMendsTheScannerInEveryWay() throws Exception {
        assertThat(refusal("qr-scanner/make", "{\"is\":\"keyboard\"}"))
                .contains("honeywell, newland, gm65, ssi, plain");
        assertThat(refusal("qr-scanner/suffix", "{\"is\":\"tab\"}")).contains("cr, lf, crlf, none");
        assertThat(refusal("qr-scanner/hold", "{\"hex\":\"0g\"}")).contains("hexadecimal");
        assertThat(refusal("qr-scanner/hold", "{\"text\":\"a\",\"charset\":\"ebcdic\"}"))
                .contains("gb18030");
        assertThat(act("qr-scanner/make", "{\"is\":\"hid-idtech\"}")
                        .path("make")
                        .asText())
                .isEqualTo("hid-idtech");
        for (String fault : new String[] {
            "suffix {\"is\":\"crlf\"}",
            "split {\"bytes\":1}",
            "repeat {\"times\":2}",
            "no-replies {\"on\":true}",
            "refuse {\"on\":true}",
            "lose-acknowledgements {\"count\":1}",
            "mend {}",
            "blurt {\"text\":\"early\"}",
            "hold {\"hex\":\"FF FE\"}",
            "hold {\"text\":\"社保\",\"charset\":\"gb18030\"}",
            "hold {\"length\":10240}"
        }) {
            int space = fault.indexOf(' ');
            act("qr-scanner/" + fault.substring(0, space), fault.substring(space + 1));
        }
        act("reset", "");
        assertThat(state().path("devices").path("qr-scanner").path("make").asText())
                .isEqualTo("honeywell");
    }

    @Test
    void handlesEveryFaultOfASocialSecurityCard() throws Exception {
        String device = "social-card-reader/";
        assertThat(refusal(device + "again", "")).contains("No card was inserted yet");
        assertThat(act(device + "insert", "{\"resident\":\"wang-min\",\"generation\":\"3.00\",\"pinTries\":1}")
                        .path("pinTriesLeft")
                        .asInt())
                .isEqualTo(1);
        for (String condition : new String[] {"good", "locked", "damaged", "counterfeit", "suspicious"}) {
            act(device + "insert", "{\"resident\":\"wang-min\",\"condition\":\"" + condition + "\"}");
        }
        for (String card : new String[] {"bank", "bank-track", "mute", "foreign"}) {
            assertThat(act(device + "insert", "{\"card\":\"" + card + "\"}")
                            .path("card")
                            .asText())
                    .isEqualTo(card);
        }
        act(device + "insert", "{\"resident\":\"wang-min\",\"tear\":\"after-writing\"}");
        act(device + "remove", "");
        assertThat(act(device + "again", "").path("status").asText()).isEqualTo("NO_READER");
        assertThat(act(device + "stall", "{\"on\":true}").path("stalled").asBoolean())
                .isTrue();
        assertThat(act(device + "psam", "{\"is\":\"out\"}").path("psam").asText())
                .isEqualTo("NO_CARD");
        assertThat(act(device + "psam", "{\"is\":\"keyless\"}").path("psam").asText())
                .isEqualTo("NO_READER");
        assertThat(refusal(device + "psam", "{\"is\":\"lost\"}")).contains("in, out or keyless");
        assertThat(refusal(device + "insert", "{\"resident\":\"wang-min\",\"generation\":\"9.00\"}"))
                .contains("No card generation");
    }

    @Test
    void everyFaultOfTheReceiptPrinterCanBeSetAndReset() throws Exception {
        assertThat(refusal("receipt-printer/exchange", "{\"model\":\"huge\"}")).contains("narrow", "ttp", "xon-xoff");
        assertThat(act("receipt-printer/exchange", "{\"model\":\"narrow\"}")
                        .path("model")
                        .asText())
                .isEqualTo("narrow");
        for (String fault : new String[] {
            "offline {\"on\":true}",
            "break-down {}",
            "late {\"millis\":1000}",
            "garble {\"count\":2}",
            "stop-reading {\"on\":true}",
            "baud {\"bits\":9600}",
            "retract {\"jammed\":true}",
            "cutter-at-next-cut {}"
        }) {
            int space = fault.indexOf(' ');
            act("receipt-printer/" + fault.substring(0, space), fault.substring(space + 1));
        }
        act("reset", "");
        JsonNode printer = state().path("devices").path("receipt-printer");
        assertThat(printer.path("model").asText()).isEqualTo("wide");
        assertThat(printer.path("reading").asBoolean()).isTrue();
    }

    @Test
    void laysPagesUnderTheDocumentCameraAndSpoilsThem() throws Exception {
        assertThat(act("document-camera/lay", "{\"degrees\":-9}").path("page").asBoolean())
                .isTrue();
        assertThat(refusal("document-camera/fault", "{\"is\":\"upside-down\"}")).contains("dark, blurred, moving");
        for (String fault : new String[] {"dark", "over-the-edge", "frozen", "oversize", "huge", "truncated"}) {
            assertThat(act("document-camera/fault", "{\"is\":\"" + fault + "\"}")
                            .path("fault")
                            .asText())
                    .isEqualTo(fault);
        }
        act("reset", "");
        JsonNode camera = state().path("devices").path("document-camera");
        assertThat(camera.path("page").asBoolean()).isFalse();
        assertThat(camera.path("fault").asText()).isEqualTo("none");
    }

    @Test
    void keepsReceiptsInTheOutletUntilTaken() throws Exception {
        int port = state().path("devices").path("receipt-printer").path("port").asInt();
        try (Socket host = new Socket(InetAddress.getLoopbackAddress(), port)) {
            host.getOutputStream().write("回执\n".getBytes(Charset.forName("GB18030")));
            host.getOutputStream().write(new byte[] {0x1D, 0x56, 0x00}); // GS V 0: cut
            long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (outlet().isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait(); // each look is a request and gives the printer its time
            }
        }
        JsonNode taken = act("receipt-printer/take", "");
        assertThat(taken.path("taken").get(0).asText()).isEqualTo("receipt-0001.png");
        assertThat(taken.path("outlet")).isEmpty();
        assertThat(taken.path("papers")).hasSize(1);
        assertThat(send(request("paper/receipt-0001.txt").GET()).body()).isEqualTo("回执\n");
    }

    private JsonNode outlet() throws Exception {
        return state().path("devices").path("receipt-printer").path("outlet");
    }

    @Test
    void showsWhatAnotherPrinterSpooled() throws Exception {
        Files.writeString(folder.resolve("spool/1-certificate.pdf"), "%PDF-1.4");
        JsonNode printer = state().path("devices").path("document-printer");
        assertThat(printer.path("outlet").get(0).asText()).isEqualTo("1-certificate.pdf");
        assertThat(send(request("paper/1-certificate.pdf").GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void breaksThingsAndPutsThemBack() throws Exception {
        assertThat(act("receipt-printer/paper", "{\"level\":\"out\"}")
                        .path("paper")
                        .asText())
                .isEqualTo("OUT");
        assertThat(act("receipt-printer/cover", "{\"open\":true}")
                        .path("coverOpen")
                        .asBoolean())
                .isTrue();
        assertThat(act("receipt-printer/cutter", "{\"jammed\":true}")
                        .path("cutterJammed")
                        .asBoolean())
                .isTrue();
        assertThat(act("document-printer/state", "{\"stop\":\"media-empty\"}")
                        .path("reasons")
                        .get(0)
                        .asText())
                .isEqualTo("media-empty-error");
        for (String device :
                new String[] {"id-card-reader", "qr-scanner", "face-camera", "receipt-printer", "document-printer"}) {
            assertThat(act(device + "/unplug", "").path("plugged").asBoolean()).isFalse();
        }
        assertThat(send(request("api/reset").POST(body(""))).statusCode()).isEqualTo(200);
        JsonNode devices = state().path("devices");
        assertThat(devices.findValues("plugged")).hasSizeGreaterThan(4).allMatch(JsonNode::asBoolean);
        assertThat(devices.path("receipt-printer").path("paper").asText()).isEqualTo("OK");
        assertThat(devices.path("receipt-printer").path("cutterJammed").asBoolean())
                .isFalse();
        assertThat(devices.path("document-printer").path("stopped").asBoolean()).isFalse();
    }

    @Test
    void livesWithoutAResidentsFile() throws Exception {
        Files.delete(folder.resolve("residents.json"));
        assertThat(state().path("residents")).isEmpty();
        Files.writeString(folder.resolve("residents.json"), "[{]");
        assertThat(state().path("residentsProblem").asText()).contains("cannot be read");
    }

    private JsonNode state() throws Exception {
        return JSON.readTree(send(request("api/state").GET()).body());
    }

    private JsonNode act(String action, String body) throws Exception {
        HttpResponse<String> answer = send(request("api/" + action).POST(body(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private String refusal(String action, String body) throws Exception {
        HttpResponse<String> answer = send(request("api/" + action).POST(body(body)));
        assertThat(answer.statusCode()).isEqualTo(400);
        return JSON.readTree(answer.body()).path("error").asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(bench.url() + path)).timeout(Duration.ofSeconds(5));
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String host() {
        return URI.create(bench.url()).getAuthority();
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(bench.url()).getPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
