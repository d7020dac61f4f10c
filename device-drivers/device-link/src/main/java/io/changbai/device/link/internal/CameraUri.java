package io.changbai.device.link.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address of a camera that ffmpeg reads, taken apart. What is not one of these forms never reaches a command line. */
sealed interface CameraUri {

    int LARGEST_SIDE = 4_096;
    int MOST_FRAMES = 60;

    Pattern V4L2 = Pattern.compile("v4l2:(/dev/[A-Za-z0-9._/-]{1,100})(?:\\?([a-z0-9=&]{1,40}))?");
    Pattern OPTION = Pattern.compile("(?:size=(\\d{2,4})x(\\d{2,4})|fps=(\\d{1,2}))");
    Pattern FILE = Pattern.compile("file:(/[^?#\\p{Cntrl}]{1,400}\\.(mjpeg|y4m|mp4))");
    Pattern STREAM = Pattern.compile("stream:((?:http|rtsp)://[\\x21-\\x7E]{1,300})");

    /** Demuxers by the ending of a file's name. Given to ffmpeg, which else would guess and could take a file for a playlist. */
    Map<String, String> DEMUXERS = Map.of("mjpeg", "mjpeg", "y4m", "yuv4mpegpipe", "mp4", "mov");

    /** What a network camera may send; playlists, which name further addresses, are not among it. */
    String STREAM_DEMUXERS = "mpjpeg,mjpeg,jpeg_pipe,mpegts,mov,matroska,flv,rtsp";

    /** What ffmpeg is told about where the pictures come from. */
    List<String> input();

    /** A V4L2 device node, or a link to one below {@code /dev/v4l/by-id/}. */
    record Device(String path, int width, int height, int fps) implements CameraUri {
        @Override
        public List<String> input() {
            String size = width + "x" + height;
            return List.of("-f", "v4l2", "-framerate", String.valueOf(fps), "-video_size", size, "-i", path);
        }
    }

    /** A recording, played without end at its own speed. */
    record Recording(String path, String demuxer) implements CameraUri {
        @Override
        public List<String> input() {
            List<String> endless = List.of("-re", "-stream_loop", "-1", "-protocol_whitelist", "file");
            return join(endless, List.of("-f", demuxer, "-i", "file:" + path));
        }
    }

    /** A network camera. */
    record Network(URI address) implements CameraUri {
        @Override
        public List<String> input() {
            List<String> transport = "rtsp".equals(address.getScheme())
                    ? List.of("-protocol_whitelist", "rtsp,rtp,udp,tcp", "-rtsp_transport", "tcp")
                    : List.of("-protocol_whitelist", "http,tcp");
            return join(transport, List.of("-format_whitelist", STREAM_DEMUXERS, "-i", address.toString()));
        }

        int port() {
            int standard = "rtsp".equals(address.getScheme()) ? 554 : 80;
            return address.getPort() < 0 ? standard : address.getPort();
        }
    }

    /** Whether {@link #parse} is the one to ask. */
    static boolean isOne(String text) {
        return text.startsWith("v4l2:") || text.startsWith("file:") || text.startsWith("stream:");
    }

    /** @throws IllegalArgumentException when {@code text} is none of the allowed forms */
    static CameraUri parse(String text) {
        Matcher device = V4L2.matcher(text);
        Matcher file = FILE.matcher(text);
        Matcher stream = STREAM.matcher(text);
        if (device.matches() && !device.group(1).contains("..")) {
            return device(text, device.group(1), device.group(2));
        } else if (file.matches()) {
            return new Recording(file.group(1), DEMUXERS.get(file.group(2)));
        } else if (stream.matches()) {
            return network(text, stream.group(1));
        }
        throw wrong(text);
    }

    private static CameraUri device(String text, String path, String options) {
        int width = 1280;
        int height = 720;
        int fps = 15;
        for (String option : options == null ? new String[0] : options.split("&", -1)) {
            Matcher known = OPTION.matcher(option);
            if (!known.matches()) {
                throw wrong(text);
            } else if (known.group(3) == null) {
                width = Integer.parseInt(known.group(1));
                height = Integer.parseInt(known.group(2));
            } else {
                fps = Integer.parseInt(known.group(3));
            }
        }
        if (width > LARGEST_SIDE || height > LARGEST_SIDE || fps < 1 || fps > MOST_FRAMES) {
            throw wrong(text);
        }
        return new Device(path, width, height, fps);
    }

    private static CameraUri network(String text, String address) {
        try {
            URI uri = URI.create(address);
            // a password would stand in the list of processes for everybody to read
            if (uri.getHost() != null && uri.getUserInfo() == null && uri.getRawFragment() == null) {
                return new Network(uri);
            }
        } catch (IllegalArgumentException notAUri) {
            // named below with the allowed forms
        }
        throw wrong(text);
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("camera '" + text + "': expected http://<host>:<port>/<path>, "
                + "v4l2:/dev/video<n>?size=<w>x<h>&fps=<n>, file:/<path>.mjpeg|y4m|mp4, stream:http://… or stream:rtsp://…"
                + " without user and password");
    }
}
