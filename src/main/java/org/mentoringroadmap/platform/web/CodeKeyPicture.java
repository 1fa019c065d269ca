package org.mentoringroadmap.platform.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.web.util.UriUtils;

/**
 * The key of the codes as a telephone reads it: a QR code, drawn as one path in a square of so many units, so that the
 * page needs no picture of its own.
 */
record CodeKeyPicture(int size, String path) {
    /** The account stands in it once and the issuer as a parameter: a code with both twice is too dense for a telephone. */
    static CodeKeyPicture of(String issuer, String login, String key) {
        String address = "otpauth://totp/%2$s?secret=%3$s&issuer=%1$s"
                .formatted(
                        UriUtils.encode(issuer, StandardCharsets.UTF_8),
                        UriUtils.encode(login, StandardCharsets.UTF_8),
                        key);
        try {
            BitMatrix code =
                    new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y)) {
                        path.append("M%d %dh1v1h-1z".formatted(x, y));
                    }
                }
            }
            return new CodeKeyPicture(code.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException("A QR code holds an address of this length", e);
        }
    }
}
