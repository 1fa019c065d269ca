package org.mentoringroadmap.platform.web;

import java.util.Collection;
import java.util.Set;
import org.springframework.core.CollectionFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.util.StringUtils;

/**
 * Reads the values of a parameter into a list of ids, numbers or other things that are no texts. A value that is blank
 * stays in it as null, whether it stands alone or among others; {@link HandlerCalls} refuses such a list.
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

    @Override
    public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor target) {
        if (source == null) {
            return null;
        }
        TypeDescriptor element = target.getElementTypeDescriptor();
        String[] values = source instanceof String text ? split(text) : (String[]) source;
        Collection<Object> list =
                CollectionFactory.createCollection(target.getType(), element.getType(), values.length);
        for (String value : values) {
            list.add(value == null || value.isBlank() ? null : conversion.convert(value.strip(), TEXT, element));
        }
        return list;
    }

    /** Several values may stand in one, with commas. */
    private static String[] split(String text) {
        return text.isBlank() ? new String[] {text} : StringUtils.commaDelimitedListToStringArray(text);
    }
}
