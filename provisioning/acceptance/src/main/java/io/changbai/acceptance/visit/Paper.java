package io.changbai.acceptance.visit;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a person does with printed paper: takes it, reads it, scans its code and asks whether it is genuine. */
public final class Paper {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Paper() {}

    static void takeBoth(VisitRun run) throws IOException {
        run.step(
                "the A4 page reads right and its code is genuine",
                () -> checkDocument(run, newest(run, "document-printer")));
        takeReceipt(run);
        run.bench().act("document-printer", "take");
    }

    static void takeReceipt(VisitRun run) throws IOException {
        run.step("the receipt's code is genuine", () -> checkReceipt(run, newest(run, "receipt-printer")));
        run.bench().act("receipt-printer", "take");
    }

    private static void checkDocument(VisitRun run, byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            int pages = document.getNumberOfPages();
            for (String expected : List.of("参保", "第" + pages + "页", "共" + pages + "页", "cb-890101-0001")) {
                require(text.replace(" ", "").contains(expected), "the page does not say " + expected + ":\n" + text);
            }
            // the code stands beside the seal, at the end
            requireGenuine(decode(new PDFRenderer(document).renderImageWithDPI(pages - 1, 200)));
        }
    }

    private static void checkReceipt(VisitRun run, byte[] png) throws IOException {
        requireGenuine(decode(ImageIO.read(new ByteArrayInputStream(png))));
    }

    /** The newest sheet that lies in a printer's outlet. */
    private static byte[] newest(VisitRun run, String printer) throws IOException {
        String file = run.await(PATIENCE, "paper in the outlet of the " + printer, () -> {
            JsonNode sheets = run.bench().state().at("/devices/" + printer + "/outlet");
            return sheets.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sheets.get(0).asText());
        });
        return run.bench().paper(file);
    }

    /** The text of the QR code in a picture. */
    public static String decode(BufferedImage image) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        try {
            Result result = new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
                            Map.of(
                                    DecodeHintType.TRY_HARDER,
                                    true,
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.QR_CODE)));
            return result.getText();
        } catch (NotFoundException | com.google.zxing.ChecksumException | com.google.zxing.FormatException e) {
            throw new IOException("no readable QR code on the paper", e);
        }
    }

    /** Asks the page the code leads to, as a phone does. */
    public static void requireGenuine(String url) throws IOException {
        try {
            var response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).GET().build(), BodyHandlers.ofString());
            require(
                    response.statusCode() == 200 && response.body().contains("真实有效"),
                    "the province does not call it genuine: " + url + " answered " + response.statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void require(boolean holds, String complaint) throws IOException {
        if (!holds) {
            throw new IOException(complaint);
        }
    }
}
