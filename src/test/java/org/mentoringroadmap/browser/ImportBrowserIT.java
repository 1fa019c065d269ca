package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A sheet as a school has it comes in: understood, corrected with clicks, loaded without the row that is wrong. */
@BrowserTest
class ImportBrowserIT {
    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    Programmes programmes;

    @Autowired
    Clock clock;

    @Test
    void aSheetIsUnderstoodCorrectedAndLoadedInPart(Browser browser) throws IOException {
        TestSchool school = schools.create(Role.CURATOR);
        programmes.open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model");
        for (boolean phone : new boolean[] {false, true}) {
            try (Visitor curator =
                    phone ? Visitor.withPhone(browser, port, "import") : Visitor.atLaptop(browser, port, "import")) {
                curator.signIn(school.login(Role.CURATOR), TestSchool.PASSWORD);
                load(curator, phone ? "Второй" : "Первый");
            }
        }
    }

    private static void load(Visitor curator, String surname) throws IOException {
        Page page = curator.page();
        curator.open("/participants");
        page.locator("a:has-text('Загрузи')").first().click();
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "список.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        sheet(surname)));
        page.locator("button:has-text('Проверить')").click();
        page.locator("text=Так мы поняли ваш лист").waitFor();
        curator.lookAtOurs("understood");
        Locator phoneOfParent = page.getByLabel("Что в столбце E");
        assertThat(phoneOfParent.inputValue()).isEqualTo("REPRESENTATIVE_PHONE");
        assertThat(lines(page)).as("the wrong row is shown first").isEqualTo(1);

        page.getByLabel("Скрытых строк").check();
        page.getByLabel("Что в столбце F").selectOption("INTERESTS");
        page.locator("button:has-text('Понять так и проверить')").click();
        page.locator("table.table-hover th:has-text('Интересы')").waitFor();
        page.getByLabel("Показать").selectOption("ALL");
        page.locator("button:text-is('Показать')").click();
        page.locator("table.table-hover td:has-text('Скрытов')").first().waitFor();
        assertThat(lines(page)).isEqualTo(3);
        curator.lookAtOurs("understood-otherwise");

        page.locator("button:has-text('Загрузить остальные: 2')").click();
        page.locator("text=Не загружено строк").waitFor();
        assertThat(lines(page)).as("the wrong row stays").isEqualTo(1);
        curator.lookAtOurs("left-out");
        assertThat(curator.download(page.locator("button:has-text('Скачать эти строки')")))
                .isNotEmpty();
    }

    private static int lines(Page page) {
        page.waitForLoadState();
        return page.locator("table.table-hover tbody tr").count();
    }

    /** Two rows of headings, a hidden row, a wrong date, signatures below. */
    private static byte[] sheet(String surname) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("Лист1");
            row(sheet, 0, "Список обучающихся");
            row(sheet, 2, "№ п/п", "Обучающийся", "", "Родитель (законный представитель)", "", "Кружки");
            row(sheet, 3, "", "Ф.И.О.", "Дата рожд.", "ФИО", "Телефон", "");
            row(
                    sheet,
                    4,
                    "1",
                    surname + " Пётр Петрович",
                    "01.09.2013",
                    "Примерова Анна",
                    "8 900 000-00-01",
                    "шахматы");
            row(sheet, 5, "2", "Скрытов " + surname, "02.09.2013", "", "", "");
            row(sheet, 6, "3", "Ошибкин " + surname, "31.02.2013", "", "", "");
            row(sheet, 8, "Директор", "Начальникова Н. Н.");
            sheet.getRow(5).setZeroHeight(true);
            for (String merged : new String[] {"A1:F1", "A3:A4", "B3:C3", "D3:E3", "F3:F4"}) {
                sheet.addMergedRegion(CellRangeAddress.valueOf(merged));
            }
            book.write(file);
            return file.toByteArray();
        }
    }

    private static void row(XSSFSheet sheet, int number, String... texts) {
        XSSFRow row = sheet.createRow(number);
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
    }
}
