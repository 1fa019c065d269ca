package org.mentoringroadmap.platform.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.springframework.core.CollectionFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.util.StringUtils;

/**
 * Reads the values of a parameter into a list of ids, numbers or other things that are no texts. Each one must be there: a
 * blank value between others would be an element that is nothing, which no service expects.
 */
final class WholeLists implements ConditionalGenericConverter {
    private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

    private final ConversionService conversion;

    WholeLists(ConversionService conversion) {
        this.conversion = conversion;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(
                new ConvertiblePair(String.class, Collection.class),
                new ConvertiblePair(String[].class, Collection.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        TypeDescriptor element = target.getElementTypeDescriptor();
        return element != null
                && !element.getType().isAssignableFrom(String.class)
                && conversion.canConvert(TEXT, element);
    }

    /** @throws IllegalArgumentException for a value that is blank, which reaches the person as a wrong parameter */
    @Override
    public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor target) {
        if (source == null) {
            return null;
        }
        TypeDescriptor element = target.getElementTypeDescriptor();
        String[] values = source instanceof String text ? split(text) : (String[]) source;
        Collection<Object> list =
                CollectionFactory.createCollection(target.getType(), element.getType(), values.length);
        Arrays.stream(values).map(value -> element(value, element)).forEach(list::add);
        return list;
    }

    /** Several values may stand in one, with commas. */
    private static String[] split(String text) {
        return text.isBlank() ? new String[] {text} : StringUtils.commaDelimitedListToStringArray(text);
    }

    private Object element(String value, TypeDescriptor type) {
        Object element = value == null ? null : conversion.convert(value.strip(), TEXT, type);
        if (element == null) {
            throw new IllegalArgumentException("A value of the list is blank");
        }
        return element;
    }
}
