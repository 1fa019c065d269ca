package org.mentoringroadmap.questionnaire.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * An address as a telephone reads it from a printed sheet: drawn as one path in a square of so many units.
 *
 * @param size side of the square
 * @param path of SVG
 */
record QrPicture(int size, String path) {
    private static final int QUIET_ZONE = 2;

    static QrPicture of(String address) {
        try {
            BitMatrix code = new QRCodeWriter()
                    .encode(address, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y)) {
                        path.append("M%d %dh1v1h-1z".formatted(x, y));
                    }
                }
            }
            return new QrPicture(code.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException("A QR code holds an address of this length", e);
        }
    }
}
