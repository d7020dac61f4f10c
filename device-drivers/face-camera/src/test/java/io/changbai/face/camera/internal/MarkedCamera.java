package io.changbai.face.camera.internal;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/**
 * A camera in a process of its own, so that its pictures are in no heap but its own. Every picture carries the same mark
 * some hundred times over. Prints its port.
 */
public final class MarkedCamera {

    private static final int MARKS = 400;

    private MarkedCamera() {}

    public static void main(String[] args) throws Exception {
        byte[] jpeg = picture();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=cut");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (true) {
                String head = "--cut\r\nContent-Length: " + jpeg.length + "\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(jpeg);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        });
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.read(); // until the test is over
        System.exit(0);
    }

    /** Bytes that nobody else has; the test knows them only turned over, so that it does not find itself. */
    static byte[] markTurnedOver() {
        byte[] turned = new byte[64];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) ~(i * i * 7 + i * 31 + 113);
        }
        return turned;
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        byte[] plain = out.toByteArray();
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(plain, 0, 2);
        for (int i = 0; i < MARKS; i++) {
            marked.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 66}); // a comment of 64 bytes
            for (byte turned : markTurnedOver()) {
                marked.write(~turned);
            }
        }
        marked.write(plain, 2, plain.length - 2);
        return marked.toByteArray();
    }
}
