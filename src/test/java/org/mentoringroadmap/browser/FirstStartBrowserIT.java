package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestDatabase;
import org.mentoringroadmap.support.TestEngine;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An installation without anything in it: the administrator of the first start enters a school, the curator signs in with the
 * slip and starts the year. First at a laptop, then, as a second school, with a phone alone.
 */
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            TestDatabase.OWN,
            TestEngine.QUICK_JOBS,
            TestEngine.QUICK_JOBS_AT_MOST,
            TestEngine.OWN_ENGINE,
            TestEngine.OWN_APPLICATION,
            "mentoring.password-iterations=1000",
            "mentoring.administrator.password=" + FirstStartBrowserIT.GIVEN
        })
class FirstStartBrowserIT {
    static final String GIVEN = "верблюд читает громкие облака";

    private static final String OWN = "фонарь спорит с тихой рекой";
    private static final String STAFF = String.join(
            "\n",
            "ФИО\tДолжность\tРоли в программе\tКласс",
            "Директорова Нина Петровна\tдиректор\tдиректор\t",
            "Кураторова Анна Ильинична\tпедагог-организатор\tкуратор\t",
            "Заместителева Ольга Олеговна\tзаместитель директора\tзаместитель директора\t",
            "Секретарева Инна Павловна\tсекретарь\tсекретарь\t",
            "Классова Вера Борисовна\tучитель\tклассный руководитель\t5А");

    @LocalServerPort
    int port;

    @Test
    void anEmptyInstallationComesToItsFirstYear(Browser browser) {
        for (boolean phone : new boolean[] {false, true}) {
            String[] slip;
            try (Visitor administrator = visitor(browser, phone, "administrator")) {
                administrator.lookAtOurs("login");
                if (phone) {
                    administrator.signIn("administrator", OWN);
                } else {
                    signInFirst(administrator, "administrator", GIVEN);
                }
                slip = enterSchool(administrator, phone);
            }
            try (Visitor curator = visitor(browser, phone, "curator")) {
                curator.open("/login");
                signInFirst(curator, slip[0], slip[1]);
                startYear(curator);
            }
        }
    }

    /** Answers login and password of the curator's slip. */
    private static String[] enterSchool(Visitor administrator, boolean second) {
        Page page = administrator.page();
        administrator.open("/");
        if (second) {
            administrator.open("/school/new");
        } else {
            assertThat(administrator.texts()).contains("Школы пока нет");
            administrator.lookAtOurs("nothing-yet");
            administrator.follow(page.locator("a:has-text('Внести школу')")::click);
        }
        page.getByLabel("Короткое имя латиницей").fill(second ? "school-2" : "school-1");
        page.getByLabel("Полное наименование по уставу").fill("Школа примеров " + (second ? "вторая" : "первая"));
        page.getByLabel("Сокращённое наименование").fill(second ? "Вторая школа" : "Первая школа");
        page.getByLabel("Место издания приказов").fill("посёлок Примерный");
        page.getByLabel("Почтовый адрес").fill("123456, посёлок Примерный, улица Образцовая, дом 1");
        assertThat(page.getByLabel("Должность руководителя").inputValue()).isEqualTo("Директор");
        administrator.lookAtOurs("school-new");
        press(administrator, page.locator("button:has-text('Сохранить школу')"));
        page.locator("h2:has-text('Реквизиты для документов')").waitFor();

        page.getByLabel("Новые классы").fill("5–11 по 2");
        press(administrator, page.locator("form:has(#class-new) button"));
        assertThat(page.locator("a[href='#classes'] >> xpath=.. >> span")
                        .first()
                        .innerText())
                .as("5А … 11Б")
                .isEqualTo("14");
        administrator.lookAtOurs("classes");

        administrator.follow(page.locator("a:has-text('Загрузить список сотрудников')")::click);
        page.getByLabel("Или вставьте таблицу вместе с заголовками").fill(STAFF);
        administrator.lookAtOurs("staff-pasted");
        press(administrator, page.locator("button:has-text('Проверить')"));
        administrator.lookAtOurs("staff-checked");
        press(administrator, page.locator("button:has-text('Загрузить: 5')"));
        assertThat(administrator.texts()).contains("Загружено строк: 5");
        administrator.follow(page.locator("a:has-text('Открыть список')")::click);

        administrator.follow(page.locator("a:has-text('Открыть учётные записи: 5')")::click);
        administrator.lookAtOurs("accounts");
        press(administrator, page.locator("button:has-text('Открыть отмеченным и показать листки')"));
        Locator slip = page.locator(".slip:has-text('Кураторова')");
        assertThat(page.locator(".slip").count()).isEqualTo(5);
        administrator.lookAtOurs("slips");
        return new String[] {
            slip.locator(".once").first().innerText(),
            slip.locator(".once").last().innerText()
        };
    }

    private static void startYear(Visitor curator) {
        Page page = curator.page();
        Locator guide = page.locator("section:has(#first)");
        assertThat(guide.locator(".badge:has-text('готово')").count()).isGreaterThanOrEqualTo(4);
        assertThat(guide.innerText()).contains("Внесено классов: 14");
        curator.lookAtOurs("guide");
        curator.follow(guide.locator("a:has-text('Запустить дорожную карту')")::click);
        page.getByLabel("Дорожная карта")
                .selectOption(
                        "target-model/" + SchoolYear.around(TestClock.today()).text());
        curator.lookAtOurs("start");
        press(curator, page.locator("button:text-is('Запустить')"));
        curator.await("/", "li:has-text('Подтвердить сроки года')");
        assertThat(page.locator("#first").count())
                .as("the guide has done its work")
                .isZero();
        curator.lookAtOurs("started");
    }

    /** With a password that somebody else has made: it is changed before anything else. */
    private static void signInFirst(Visitor visitor, String login, String password) {
        Page page = visitor.page();
        page.getByLabel("Логин").fill(login);
        page.getByLabel("Пароль").fill(password);
        press(visitor, page.locator("button:has-text('Войти')").last());
        page.getByLabel("Нынешний пароль").fill(password);
        page.locator("#password").fill(OWN);
        page.getByLabel("Новый пароль ещё раз").fill(OWN);
        visitor.lookAtOurs("own-password");
        press(visitor, page.locator("button:has-text('Сменить пароль')"));
        visitor.open("/");
        page.locator("#my-tasks").waitFor();
    }

    private static void press(Visitor visitor, Locator button) {
        visitor.follow(() -> visitor.reached(button).click());
    }

    private Visitor visitor(Browser browser, boolean phone, String name) {
        Visitor visitor = phone
                ? Visitor.withPhone(browser, port, "first-" + name)
                : Visitor.atLaptop(browser, port, "first-" + name);
        visitor.open("/login");
        return visitor;
    }
}
