package io.changbai.ui.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageServletTest {

    @TempDir
    Path folder;

    private GatewayServer gateway;
    private String host;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        gateway = new GatewayServer(Map.of(
                "/index.html", file("index.html", "<p>长白</p>"), "/assets/index-a1.js", file("index-a1.js", "run()")));
        host = "Host: " + gateway.host() + "\r\n";
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    private URL file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toUri().toURL();
    }

    @Test
    void servesThePageToABrowserWithoutASession() throws IOException {
        assertThat(gateway.get("/", host))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Content-Type: text/html;charset=utf-8")
                .contains("Cache-Control: no-cache")
                .contains("Content-Security-Policy:")
                .endsWith("<p>长白</p>");
    }

    @Test
    void letsTheBrowserKeepWhatNeverChanges() throws IOException {
        assertThat(gateway.get("/assets/index-a1.js", host))
                .contains("immutable")
                .containsIgnoringCase("Content-Type: text/javascript");
    }

    @Test
    void sendsNothingTwice() throws IOException {
        String etag = gateway.get("/", host)
                .lines()
                .filter(line -> line.startsWith("ETag: "))
                .findFirst()
                .orElseThrow()
                .substring("ETag: ".length());

        String answer = gateway.get("/", host + "If-None-Match: " + etag + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 304").doesNotContain("长白");
    }

    @Test
    void answersHeadWithoutTheContent() throws IOException {
        String answer = gateway.exchange("HEAD / HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: 13")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/assets/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/assets/%2e%2e%2fsecret.txt",
                "/..%5csecret.txt",
                "/secret.txt",
                "//secret.txt",
                "/index.html/",
                "/assets/",
                "/index.html;a=b/../secret.txt"
            })
    void servesNothingBesideItsFiles(String path) throws IOException {
        assertThat(gateway.get(path, host))
                .containsPattern("^HTTP/1.1 (400|404)")
                .doesNotEndWith("secret");
    }
}
