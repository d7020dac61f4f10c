package io.changbai.ui.gateway.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * One file of the page, read once.
 *
 * @param etag strong, from the content
 * @param isHashed whether the name changes with the content, so that the browser may keep it for ever
 */
record PageFile(byte[] content, String type, String etag, boolean isHashed) {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "json", "application/json",
            "woff2", "font/woff2");

    static PageFile load(String path, URL url) {
        try (InputStream in = url.openStream()) {
            byte[] content = in.readAllBytes();
            return new PageFile(content, type(path), etag(content), path.startsWith("/assets/"));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle lost " + path, e);
        }
    }

    private static String type(String path) {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static String etag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
