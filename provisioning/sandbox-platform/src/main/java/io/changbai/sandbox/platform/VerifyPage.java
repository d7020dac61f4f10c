package io.changbai.sandbox.platform;

import io.changbai.platform.messages.core.DocumentVerdict;
import java.nio.charset.StandardCharsets;

/** What anybody who scans a document's code sees: genuine or not, and nothing about a person. */
final class VerifyPage {

    private VerifyPage() {}

    static byte[] html(DocumentVerdict verdict) {
        // The number comes from our own ledger, never from the address.
        String text = verdict.genuine()
                ? paragraph("真实有效", "Genuine", verdict.number())
                : paragraph("未查到，请勿采信", "Not known: do not rely on it", "");
        return """
                <!doctype html>
                <html lang="zh-CN">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>电子证明核验 · Document check</title>
                <style>body{font:1.4rem sans-serif;max-width:30rem;margin:3rem auto;padding:0 1rem}
                b{display:block;font-size:2rem}</style>
                <h1>电子证明核验</h1>
                <p lang="en">Document check</p>
                %s
                <p>八九省社会保障公共服务平台（演示，人物均为虚构）</p>
                <p lang="en">Demonstration province; all people are invented.</p>
                </html>
                """.formatted(text).getBytes(StandardCharsets.UTF_8);
    }

    private static String paragraph(String chinese, String english, String number) {
        return "<p><b>" + chinese + "</b><span lang=\"en\">" + english + "</span></p><p>" + number + "</p>";
    }
}
