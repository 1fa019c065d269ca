package org.mentoringroadmap.document.content;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.word.DocumentRenderer;

/**
 * The QR code at the lower right corner of the first page (ГОСТ Р 7.0.97-2025). It says which document of which school
 * this paper is and nothing about people; the code of the draft is that of the signed paper, whatever number it gets.
 */
public final class DocumentCode {
    private static final int PIXELS = 240;
    private static final int MILLIMETRES = 16;
    private static final int BLACK = 0;
    private static final int WHITE = 1;

    private DocumentCode() {}

    /** {@code mentoring-roadmap:<school>/<document>}. */
    static String text(Document document) {
        return "mentoring-roadmap:" + document.schoolId() + "/" + document.id();
    }

    /** The code as a picture for the key {@code code} of templates. */
    public static DocumentRenderer.Picture picture(Document document) {
        return picture(text(document));
    }

    /** A text as a picture. */
    static DocumentRenderer.Picture picture(String text) {
        try {
            BitMatrix code = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            PIXELS,
                            PIXELS,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    1));
            BufferedImage image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    image.getRaster().setSample(x, y, 0, code.get(x, y) ? BLACK : WHITE);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return new DocumentRenderer.Picture(png.toByteArray(), MILLIMETRES, MILLIMETRES);
        } catch (WriterException e) {
            throw new IllegalStateException("No code can be made of a text of " + text.length() + " characters", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
