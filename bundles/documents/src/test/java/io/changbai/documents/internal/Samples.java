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
    static final String TOTAL = "上述期间实际缴费共230个月。（以下空白）";
    static final String FOOTER = "终端 cb-890101-0001　业务号 ae51d92a-d6f6-4209-8f85-e5394353a01e";
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
                List.of(TOTAL, "本证明加盖电子印章，与经办窗口出具的证明具有同等效力；可扫描二维码或凭证明编号核验真伪。"),
                List.of("出具机构：八九省社会保险事业管理局", "出具日期：2026年11月23日"),
                "八九省社会保险事业管理局",
                NUMBER,
                VERIFY,
                FOOTER);
    }

    /** As resident-services words it. */
    static Certificate career(String name, int years) {
        Certificate base = certificate(name, 0);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < years; i++) {
            rows.add(List.of(
                    (2000 + i) + "-07",
                    (2001 + i) + "-06",
                    "12",
                    i % 5 == 4 ? "八九省青松人力资源服务有限公司" : "一〇一县人民医院",
                    "养老、医疗、失业",
                    "12564.45"));
        }
        return new Certificate(
                "社会保险参保缴费证明",
                List.of("兹证明" + name + "（公民身份号码：89010119580312101X）参加基本养老保险、基本医疗保险、失业保险，"
                        + "自2000年7月至2026年10月的缴费情况如下："),
                List.of("起始年月", "终止年月", "月数", "缴费单位", "险种", "缴费基数（元）"),
                rows,
                base.closing(),
                base.issuance(),
                base.seal(),
                "CB-2026-0000001",
                base.verifyUrl(),
                base.footer());
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
