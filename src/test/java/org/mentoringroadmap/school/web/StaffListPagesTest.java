package org.mentoringroadmap.school.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** A list of staff and classes as a school has it. */
class StaffListPagesTest extends PeoplePagesTestCase {
    private static final String PAGE = "/school/staff/list";

    @Autowired
    private Staff staff;

    @Test
    void staffAndTheirClassesComeFromOneList() throws Exception {
        Long known = staff.add(school.id(), "Известнова Анна Петровна", "учитель", Set.of(Role.TEACHER))
                .id();
        String list = """
                Список педагогов
                №\tФ.И.О. педагога\tДолжность\tКлассное руководство
                1\tИзвестнова Анна Петровна\tстарший учитель\t8А
                2\tНовикова Инна Ивановна\tучитель математики\t8 "Б" класс
                3\tОдинокова\tучитель\t

                Директор\t\t\t""";
        mvc.perform(get(PAGE).session(curator)).andExpect(status().isOk());

        String checked = page(Map.of("text", list));
        assertThat(checked)
                .contains("Так мы поняли ваш лист", "Загрузить остальные: 2", "Новикова Инна Ивановна")
                .contains("Подписи, итоги и выбывшие");
        assertThat(classes.of(school.id())).extracting(SchoolClass::name).doesNotContain("8А", "8Б");

        String rest = page(Map.of("store", "true", "text", text(checked), "seal", attribute(checked, "seal")));
        assertThat(rest)
                .contains("Загружено строк: <strong>2</strong>", "Одинокова")
                .doesNotContain("Новикова");
        assertThat(staff.get(school.id(), known).post()).isEqualTo("старший учитель");
        assertThat(staff.get(school.id(), known).roles()).containsExactly(Role.TEACHER);
        StaffMember added = staff.of(school.id()).stream()
                .filter(member -> member.fullName().equals("Новикова Инна Ивановна"))
                .findFirst()
                .orElseThrow();
        assertThat(added.roles()).isEmpty();
        assertThat(teacherOf("8А")).isEqualTo(known);
        assertThat(teacherOf("8Б")).isEqualTo(added.id());

        assertThat(page(Map.of("text", list.replaceAll("3.*\n", ""))))
                .as("the same list again")
                .contains("загружать нечего");
    }

    /** A school gives its roles with the same list; what somebody holds already stays. */
    @Test
    void rolesComeWithTheList() throws Exception {
        Long known = staff.add(school.id(), "Известнова Анна Петровна", "учитель", Set.of(Role.TEACHER))
                .id();
        String checked = page(Map.of("text", """
                ФИО\tДолжность\tРоли в программе
                Известнова Анна Петровна\tучитель\tклассный руководитель
                Новикова Инна Ивановна\tзавуч\tЗаместитель директора; учитель
                Неверная Инна Ильинична\tучитель\tначальник
                Опасная Инна Ильинична\tучитель\tадминистратор системы"""));
        assertThat(checked)
                .contains("Загрузить остальные: 2", "Роли «начальник» нет", "Роли «администратор системы» нет");

        page(Map.of("store", "true", "text", text(checked), "seal", attribute(checked, "seal")));

        assertThat(staff.get(school.id(), known).roles()).containsExactlyInAnyOrder(Role.TEACHER, Role.CLASS_TEACHER);
        assertThat(staff.of(school.id()))
                .filteredOn(member -> member.fullName().equals("Новикова Инна Ивановна"))
                .singleElement()
                .satisfies(member -> assertThat(member.roles()).containsExactlyInAnyOrder(Role.DEPUTY, Role.TEACHER));
        assertThat(staff.of(school.id()))
                .extracting(StaffMember::fullName)
                .doesNotContain("Неверная Инна Ильинична", "Опасная Инна Ильинична");
    }

    @Test
    void classesAloneAreAListToo() throws Exception {
        String checked = page(Map.of("text", "Класс\n9А\n9Б\n9А"));
        assertThat(checked).contains("Загрузить: ");
        send(Map.of("store", "true", "text", text(checked), "seal", attribute(checked, "seal")))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrlPattern(PAGE + "*"));
        assertThat(classes.of(school.id()))
                .extracting(SchoolClass::name)
                .contains("9А", "9Б")
                .doesNotHaveDuplicates();
    }

    @Test
    void whatLooksLikeASlipIsAskedAboutBeforeItIsStored() throws Exception {
        staff.add(school.id(), "Известнова Анна Петровна", "учитель", Set.of());
        String checked = page(Map.of("text", """
                ФИО\tДолжность\tКласс
                Известнова А. П.\tучитель\t
                Новикова Инна Ивановна, учитель\t\t
                Инна Ивановна\tучитель\t
                Прямова Инна Ильинична\tучитель, 8 900 000-00-01\t5АБВГД
                Верная Анна Ильинична\tучитель\t5Е"""));
        assertThat(checked)
                .contains("похоже на «Известнова Анна Петровна»", "Новикова Инна Ивановна, учитель» не похоже")
                .contains("«Инна Ивановна» не похоже")
                .contains("номер или адрес", "класс «5АБВГД»")
                .doesNotContain("«Верная Анна Ильинична» не похоже");
        int before = staff.of(school.id()).size();

        Map<String, String> store = Map.of("store", "true", "text", text(checked), "seal", attribute(checked, "seal"));
        assertThat(page(store)).contains("Отметьте, что всё верно");
        assertThat(staff.of(school.id())).hasSize(before);
        java.util.HashMap<String, String> accepted = new java.util.HashMap<>(store);
        accepted.put("accepted", "true");
        send(accepted).andExpect(status().is3xxRedirection());
        assertThat(staff.of(school.id())).hasSize(before + 5);
    }

    @Test
    void aListThatIsNotUnderstoodSaysWhatToDo() throws Exception {
        assertThat(page(Map.of("text", "Кто\tЧто\nНовикова Инна\tучитель"))).contains("Список не понят");
        assertThat(page(Map.of("text", ""))).contains("Выберите файл или вставьте таблицу");
    }

    @Test
    void aClassTeachersColumnBesideTheNamesHasClasses() throws Exception {
        String checked = page(Map.of("text", """
                ФИО\tДолжность\tКлассный руководитель
                Новикова Инна Ивановна\tучитель\t8 "Б"
                Староверова Ольга Ильинична\tучитель\tнет"""));
        assertThat(checked).contains("Загрузить: 2");
        send(Map.of("store", "true", "text", text(checked), "seal", attribute(checked, "seal")))
                .andExpect(status().is3xxRedirection());
        assertThat(teacherOf("8Б")).isNotNull();
        assertThat(classes.of(school.id())).extracting(SchoolClass::name).doesNotContain("НЕТ");
    }

    /** As a browser sends it: the address of the form and each hidden field of it. */
    @Test
    void thePageOfAChosenSchoolSendsTheSchoolOnce() throws Exception {
        String page = mvc.perform(get(PAGE).param("school", school.id()).session(curator))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher form = Pattern.compile("(?s)<form[^>]* action=\"(" + PAGE + "[^\"]*)\".*?</form>")
                .matcher(page);
        assertThat(form.find()).isTrue();
        MockMultipartHttpServletRequestBuilder request = multipart(URI.create(HtmlUtils.htmlUnescape(form.group(1))));
        Matcher hidden = Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")
                .matcher(form.group());
        while (hidden.find()) {
            request.param(hidden.group(1), hidden.group(2));
        }
        request.param("text", "ФИО\nНовикова Инна Ивановна");
        mvc.perform(request.session(curator).with(csrf())).andExpect(status().isOk());
    }

    private Long teacherOf(String name) {
        return classes.of(school.id()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .flatMap(SchoolClass::teacherId)
                .orElse(null);
    }

    private ResultActions send(Map<String, String> fields) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(PAGE);
        fields.forEach(request::param);
        return mvc.perform(request.session(curator).with(csrf()));
    }

    private String page(Map<String, String> fields) throws Exception {
        return send(fields).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private static String text(String page) {
        Matcher matcher = Pattern.compile("<textarea[^>]*>([^<]*)</textarea>").matcher(page);
        assertThat(matcher.find()).isTrue();
        return HtmlUtils.htmlUnescape(matcher.group(1)).replaceFirst("^\n", "");
    }

    private static String attribute(String page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
