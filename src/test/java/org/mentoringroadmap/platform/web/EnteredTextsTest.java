package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.shared.Verbatim;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever text a request can bring to one of our controllers is clean when it arrives: each parameter, each field of a
 * form, each property of a body is really bound with a text that is not. A new one is found by itself.
 */
@ApplicationTest
class EnteredTextsTest {
    private static final String TYPED = "Cоко\u200Bлов\u00A0Андреи\u0306_x000D_";
    private static final String CLEAN = "Соколов Андрей";

    /** What must arrive letter for letter. */
    private static final Set<String> VERBATIM = new TreeSet<>(Set.of(
            "ProfileController.changePassword currentPassword",
            "ProfileController.changePassword password",
            "ProfileController.changePassword passwordAgain",
            "ProfileController.prepareCodes password",
            "ProfileController.newProgramPassword password"));

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private RequestMappingHandlerAdapter adapter;

    private final Set<String> checked = new TreeSet<>();
    private final Set<String> verbatim = new TreeSet<>();
    private final List<String> bypassing = new ArrayList<>();

    @Test
    void arriveCleanWhereverTheyStand() throws ReflectiveOperationException {
        for (HandlerMethod handler :
                requestMappingHandlerMapping.getHandlerMethods().values()) {
            if (handler.getBeanType().getName().startsWith("org.mentoringroadmap.")) {
                for (MethodParameter parameter : handler.getMethodParameters()) {
                    check(handler, parameter);
                }
            }
        }

        assertThat(bypassing).isEmpty();
        assertThat(checked).as("so many texts are there at least").hasSizeGreaterThan(150);
        assertThat(checked)
                .contains(
                        "ParticipantForm.lastName",
                        "Requisites.fullName",
                        "SchoolClassesController.add name",
                        "DecisionJson.comment")
                .anyMatch(name -> name.startsWith("PreferenceController.") && name.endsWith(" typed"));
        assertThat(verbatim).containsAll(VERBATIM);
        assertThat(verbatim.stream().filter(name -> !name.startsWith("ProfileController")))
                .as("a password or a whole table")
                .containsExactly("SheetForm.columnsOf", "SheetForm.source", "SheetForm.text");
    }

    private void check(HandlerMethod handler, MethodParameter parameter) throws ReflectiveOperationException {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        String name = handler.getBeanType().getSimpleName() + "."
                + handler.getMethod().getName() + " " + parameter.getParameterName();
        Class<?> type = parameter.getParameterType();
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            Object read = json(parameter.getGenericParameterType());
            look(type.getSimpleName(), read, parameter.getGenericParameterType());
        } else if (isSimple(parameter)) {
            if (Map.class.isAssignableFrom(type)) {
                MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
                all.add("typed", TYPED);
                Object arrives =
                        PlainTexts.of(MultiValueMap.class.isAssignableFrom(type) ? all : all.toSingleValueMap());
                note(
                        name,
                        arrives.toString().contains(CLEAN)
                                && !arrives.toString().contains(TYPED));
            } else if (isText(parameter.getGenericParameterType())) {
                Object sent = type == String.class ? TYPED : new String[] {TYPED};
                Object arrives =
                        binder(handler, null, parameter.getParameterName()).convertIfNecessary(sent, type, parameter);
                if (parameter.hasParameterAnnotation(Verbatim.class)) {
                    verbatim.add(name);
                    assertThat(arrives).as(name).isEqualTo(TYPED);
                } else {
                    note(
                            name,
                            CLEAN.equals(
                                    arrives instanceof Collection<?> several
                                            ? several.iterator().next()
                                            : arrives));
                }
            }
        } else if (isForm(parameter)) {
            look(type.getSimpleName(), bound(handler, parameter), parameter.getGenericParameterType());
        }
    }

    private static boolean isSimple(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class)
                || parameter.hasParameterAnnotation(PathVariable.class)
                || parameter.hasParameterAnnotation(RequestHeader.class)
                || parameter.hasParameterAnnotation(CookieValue.class);
    }

    private static boolean isForm(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                || parameter.getParameterType().getName().startsWith("org.mentoringroadmap.")
                        && !parameter.getParameterType().isEnum()
                        && !parameter.getParameterType().isInterface();
    }

    private static boolean isText(Type type) {
        return type == String.class
                || type instanceof ParameterizedType of
                        && Collection.class.isAssignableFrom((Class<?>) of.getRawType())
                        && of.getActualTypeArguments()[0] == String.class;
    }

    /** As a request to the controller would be bound, with what the controller adds. */
    private WebDataBinder binder(HandlerMethod handler, Object target, String name)
            throws ReflectiveOperationException {
        WebDataBinder binder = new WebDataBinder(target, name);
        adapter.getWebBindingInitializer().initBinder(binder);
        Object controller = handler.createWithResolvedBean().getBean();
        for (Method method : handler.getBeanType().getDeclaredMethods()) {
            if (method.isAnnotationPresent(InitBinder.class)) {
                method.setAccessible(true);
                method.invoke(controller, binder);
            }
        }
        return binder;
    }

    private Object bound(HandlerMethod handler, MethodParameter parameter) throws ReflectiveOperationException {
        Class<?> type = parameter.getParameterType();
        boolean constructed = type.isRecord() || type.getDeclaredConstructors()[0].getParameterCount() > 0;
        if (constructed) {
            WebDataBinder binder = binder(handler, null, "form");
            binder.setTargetType(ResolvableType.forMethodParameter(parameter));
            binder.construct(new DataBinder.ValueResolver() {
                @Override
                public Object resolveValue(String name, Class<?> wanted) {
                    return wanted == String.class || Collection.class.isAssignableFrom(wanted) && isTextAt(type, name)
                            ? TYPED
                            : primitive(wanted);
                }

                @Override
                public Set<String> getNames() {
                    return names("", type);
                }
            });
            return binder.getTarget();
        }
        Object form = BeanUtils.instantiateClass(type);
        MutablePropertyValues values = new MutablePropertyValues();
        for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
            if (property.getWriteMethod() != null
                    && isText(property.getWriteMethod().getGenericParameterTypes()[0])) {
                values.add(property.getName(), TYPED);
            }
        }
        binder(handler, form, "form").bind(values);
        return form;
    }

    private static Object primitive(Class<?> type) {
        return type == boolean.class ? "true" : type.isPrimitive() ? "1" : null;
    }

    private static boolean isTextAt(Class<?> type, String name) {
        Class<?> owner = type;
        String[] path = name.split("\\.");
        for (int i = 0; i < path.length - 1; i++) {
            owner = component(owner, path[i]).getType();
        }
        return isText(component(owner, path[path.length - 1]).getGenericType());
    }

    private static RecordComponent component(Class<?> owner, String name) {
        for (RecordComponent component : owner.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component;
            }
        }
        throw new IllegalStateException(owner + " " + name);
    }

    private static Set<String> names(String path, Class<?> type) {
        Set<String> names = new TreeSet<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                names.add(path + component.getName());
                names.addAll(names(path + component.getName() + ".", component.getType()));
            }
        }
        return names;
    }

    private Object json(Type type) throws ReflectiveOperationException {
        ObjectMapper mapper = adapter.getMessageConverters().stream()
                .filter(MappingJackson2HttpMessageConverter.class::isInstance)
                .map(MappingJackson2HttpMessageConverter.class::cast)
                .filter(converter -> converter.canRead(type, null, MediaType.APPLICATION_JSON))
                .map(MappingJackson2HttpMessageConverter::getObjectMapper)
                .findFirst()
                .orElseThrow();
        try {
            return mapper.readValue(new ObjectMapper().writeValueAsString(sample(type)), mapper.constructType(type));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(type.getTypeName(), e);
        }
    }

    private static Object sample(Type type) {
        if (type instanceof ParameterizedType of) {
            Class<?> raw = (Class<?>) of.getRawType();
            return Map.class.isAssignableFrom(raw)
                    ? Map.of("1", sample(of.getActualTypeArguments()[1]))
                    : List.of(sample(of.getActualTypeArguments()[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return TYPED;
        }
        if (plain.isRecord()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (RecordComponent component : plain.getRecordComponents()) {
                fields.put(component.getName(), sample(component.getGenericType()));
            }
            return fields;
        }
        if (plain.isEnum()) {
            return ((Enum<?>) plain.getEnumConstants()[0]).name();
        }
        if (Temporal.class.isAssignableFrom(plain)) {
            return "2026-09-01";
        }
        return plain == boolean.class || plain == Boolean.class ? (Object) true : 1;
    }

    /** Looks at all texts of what was bound. */
    private void look(String path, Object bound, Type type) throws ReflectiveOperationException {
        Class<?> raw = type instanceof ParameterizedType of ? (Class<?>) of.getRawType() : (Class<?>) type;
        if (raw.isRecord()) {
            for (RecordComponent component : raw.getRecordComponents()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                lookAt(
                        raw.getSimpleName() + "." + component.getName(),
                        bound == null ? null : accessor.invoke(bound),
                        component.getGenericType(),
                        component.isAnnotationPresent(Verbatim.class));
            }
        } else if (raw.getName().startsWith("org.mentoringroadmap.") && !raw.isEnum()) {
            for (Field field : raw.getDeclaredFields()) {
                if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    lookAt(
                            raw.getSimpleName() + "." + field.getName(),
                            field.get(bound),
                            field.getGenericType(),
                            field.isAnnotationPresent(Verbatim.class));
                }
            }
        } else if (bound instanceof Collection<?> several) {
            Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
            for (Object one : several) {
                lookAt(path, one, element, false);
            }
        }
    }

    private void lookAt(String path, Object value, Type type, boolean letterForLetter)
            throws ReflectiveOperationException {
        if (letterForLetter) {
            verbatim.add(path);
        } else if (isText(type)) {
            Object one = value instanceof Collection<?> several && !several.isEmpty()
                    ? several.iterator().next()
                    : value;
            // a form may put a word of its own in place of one that it does not know
            boolean replaced = one instanceof String text
                    && !text.isEmpty()
                    && text.chars().allMatch(c -> c < 128);
            boolean clean = replaced || CLEAN.equals(one);
            note(clean ? path : path + " = " + one, clean);
        } else if (type instanceof ParameterizedType || type instanceof Class<?>) {
            look(path, value, type);
        }
    }

    private void note(String name, boolean clean) {
        checked.add(name);
        if (!clean) {
            bypassing.add(name);
        }
    }
}
