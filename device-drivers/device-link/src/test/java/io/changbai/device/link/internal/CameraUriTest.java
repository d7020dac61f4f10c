package io.changbai.device.link.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v4l2:/etc/passwd",
                "v4l2:/dev/../etc/passwd",
                "v4l2:/dev/video0 -f null",
                "v4l2:/dev/video0?size=1280x720;fps=15",
                "v4l2:/dev/video0?size=9999x720",
                "v4l2:/dev/video0?fps=0",
                "v4l2:/dev/video0?fps=61",
                "v4l2:/dev/video0?input=x",
                "v4l2:/dev/video0?size=1280x720&",
                "v4l2:-i",
                "file:relative.mjpeg",
                "file:/a/b.m3u8",
                "file:/a/b.txt",
                "file:/a\n/b.mp4",
                "file:/a.mp4?x",
                "file://host/a.png",
                "stream:file:///etc/passwd",
                "stream:https://host/",
                "stream:concat:a|b",
                "stream:rtsp://user:secret@host/1",
                "stream:http:///nohost",
                "stream:http://host/a b",
                "stream:http://host/#x",
                "concat:a|b",
                ""
            })
    void refusesWhatIsNoCameraAndSaysWhatIs(String bad) {
        assertThatThrownBy(() -> CameraUri.parse(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected http://");
    }

    @Test
    void takesADeviceApart() {
        assertThat(CameraUri.parse("v4l2:/dev/video0?size=640x480&fps=30"))
                .isEqualTo(new CameraUri.Device("/dev/video0", 640, 480, 30));
        assertThat(CameraUri.parse("v4l2:/dev/v4l/by-id/usb-x-index0"))
                .isEqualTo(new CameraUri.Device("/dev/v4l/by-id/usb-x-index0", 1280, 720, 15));
        assertThat(CameraUri.parse("v4l2:/dev/video0").input())
                .containsExactly("-f", "v4l2", "-framerate", "15", "-video_size", "1280x720", "-i", "/dev/video0");
    }

    @Test
    void neverLetsAFileNameBecomeAnOption() {
        assertThat(CameraUri.parse("file:/-i.mp4").input()).endsWith("-f", "mov", "-i", "file:/-i.mp4");
        assertThat(CameraUri.parse("file:/a/人 脸.y4m").input()).contains("yuv4mpegpipe", "file:/a/人 脸.y4m");
    }

    @Test
    void namesTheProtocolsANetworkCameraMayUse() {
        assertThat(CameraUri.parse("stream:rtsp://10.0.0.5/1").input())
                .containsSequence("-protocol_whitelist", "rtsp,rtp,udp,tcp")
                .endsWith("-i", "rtsp://10.0.0.5/1");
        assertThat(CameraUri.parse("stream:http://10.0.0.5:8080/video").input())
                .containsSequence("-protocol_whitelist", "http,tcp")
                .noneMatch(word -> word.contains("hls") || word.contains("concat"));
    }
}
