package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.support.QrCodes;

class CodeKeyPictureTest {
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    /** Squares of a code of version 7; a much denser one is read by few telephones from a screen. */
    private static final int MAX_SIZE = 45 + 2 * 2;

    private static final int SCALE = 4;

    @Test
    void saysWhoseKeyItIsAndIsNotDense() throws Exception {
        CodeKeyPicture picture = CodeKeyPicture.of("Наставничество", "curator", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");

        assertThat(picture.size()).isLessThanOrEqualTo(MAX_SIZE);
        assertThat(QrCodes.read(drawn(picture)))
                .startsWith("otpauth://totp/curator?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=%D0%9D")
                .hasSizeLessThan(170);
    }

    private static byte[] drawn(CodeKeyPicture picture) throws Exception {
        int size = picture.size() * SCALE;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D paper = image.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, size, size);
        paper.setColor(Color.BLACK);
        Matcher squares = SQUARE.matcher(picture.path());
        while (squares.find()) {
            paper.fillRect(
                    Integer.parseInt(squares.group(1)) * SCALE,
                    Integer.parseInt(squares.group(2)) * SCALE,
                    SCALE,
                    SCALE);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
