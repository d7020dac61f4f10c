package io.changbai.documents.internal;

import io.changbai.documents.Certificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Invented content; region 89xxxx does not exist. */
final class Samples {

    static final List<Path> FONTS = Stream.of(
                    "lxgw-wenkai/LXGWWenKai-Regular.ttf",
                    "wqy/wqy-zenhei.ttc",
                    "hanazono/HanaMinA.ttf",
                    "hanazono/HanaMinB.ttf")
            .map(file -> Path.of("/usr/share/fonts/truetype", file))
            .toList();

    static final String NUMBER = "CB89-2026-00004217";
    static final String VERIFY = "https://verify.example.test/c/CB89-2026-00004217?k=7Q2M9XKD";

    private Samples() {}

    static Certificate certificate(String name, int rows) {
        return new Certificate(
                "八九省社会保险个人参保证明",
                List.of(
                        "兹证明：" + name + "（居民身份号码 89010119580312101X），社会保障卡号 A12345678，"
                                + "自二〇一八年五月起在八九省一〇一县参加企业职工基本养老保险、失业保险和工伤保险，参保状态为正常参保。",
                        "其近期参保缴费情况如下表所列，数据截至打印之日。"),
                List.of("缴费期间", "参保险种", "缴费基数（元）", "单位缴费（元）", "个人缴费（元）", "缴费状态"),
                rows(rows),
                List.of("八九省社会保险事业管理局", "二〇二六年十一月二十三日"),
                "八九省社会保险事业管理局",
                NUMBER,
                VERIFY,
                "终端 CB-0001 · 任务 20261123-000017");
    }

    private static List<List<String>> rows(int count) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String month = String.format("%d-%02d", 2024 + i / 12, i % 12 + 1);
            rows.add(List.of(month, "企业养老", "6,834.00", "1,093.44", "546.72", "已缴费"));
        }
        return rows;
    }
}
