package org.mentoringroadmap.roadmap.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.mentoringroadmap.roadmap.Messages;
import org.xml.sax.SAXParseException;

/**
 * What is wrong with a file that no parser can read, in Russian and with its line: parsers write in English, and for
 * programmers.
 */
public final class ParserWords {
    private static final String OTHER = "parser.other";
    private static final int MAX_PART = 60;

    /** The model library hands on what a parser of schemas has said as a text. */
    private static final Pattern LOCATED = Pattern.compile("\\w[\\w ]*: URI=\\w+ Line=(\\d+): (.*)", Pattern.DOTALL);

    /** The same of a parser that is read as a stream. */
    private static final Pattern STREAMED =
            Pattern.compile("ParseError at \\[row,col]:\\[(\\d+),\\d+]\\s*Message: (.*)", Pattern.DOTALL);

    /** What parsers say, and the name of our sentence for it; its groups are what the sentence names. */
    private record Saying(Pattern said, String sentence) {
        Saying(String said, String sentence) {
            this(Pattern.compile(said, Pattern.DOTALL), sentence);
        }
    }

    private static final List<Saying> SAYINGS = List.of(
            // how a file is written
            new Saying("The element type \"([^\"]*)\" must be terminated by .*", "unclosed"),
            new Saying("The end-tag for element type \"([^\"]*)\" must end .*", "unclosed"),
            new Saying("XML document structures must start and end .*", "cut-off"),
            new Saying("Premature end of file.*", "empty"),
            new Saying("Content is not allowed in (prolog|trailing section).*", "no-xml"),
            new Saying("The markup in the document (preceding|following) the root element .*", "twice"),
            new Saying("Invalid byte .*|Expected byte .*|.*(MalformedByteSequence|MalformedInput).*", "encoding"),
            new Saying("(?i).*encoding.*(not supported|Invalid|invalid|required).*|Invalid encoding.*", "encoding"),
            new Saying("An invalid XML character .*|Character reference .*", "character"),
            new Saying("Attribute \"([^\"]*)\" was already specified for element \"([^\"]*)\".*", "attribute-twice"),
            new Saying("The prefix \"([^\"]*)\" for (?:element|attribute) .*", "prefix"),
            new Saying("The value of attribute \"([^\"]*)\" associated .*", "less-than"),
            new Saying("The (?:reference to entity|entity name|entity) .*", "ampersand"),
            new Saying("(?i).*DOCTYPE.*", "doctype"),
            new Saying("(?:Attribute name|Open quote|Element type) .*", "quotes"),
            // what BPMN and DMN allow
            new Saying("cvc-elt\\.1.*'(?:\\w+:)?([^']*)'.*", "root"),
            new Saying(
                    "cvc-complex-type\\.2\\.4\\.b: The content of element '(?:\\w+:)?([^']*)' is not complete.*",
                    "incomplete"),
            new Saying(
                    "cvc-complex-type\\.2\\.4.*starting with element '\\{?(?:\"[^\"]*\":|\\w+:)?([^'}]*)\\}?'.*",
                    "misplaced"),
            new Saying("cvc-complex-type\\.2\\.[123].*'(?:\\w+:)?([^']*)'.*", "text"),
            new Saying(
                    "cvc-complex-type\\.3\\.2\\.2: Attribute '([^']*)' is not allowed .* '(?:\\w+:)?([^']*)'.*",
                    "attribute"),
            new Saying(
                    "cvc-complex-type\\.4: Attribute '([^']*)' must appear on element '(?:\\w+:)?([^']*)'.*",
                    "attribute-missing"),
            new Saying("cvc-id\\.2: .* '([^']*)'.*", "id-twice"),
            new Saying("cvc-id\\.1: .* '([^']*)'.*", "id-missing"),
            new Saying("cvc-datatype-valid[^:]*: '(.*?)' is not a valid value for 'NCName'.*", "id"),
            new Saying("cvc-datatype-valid[^:]*: '(.*?)' is not a valid value .*", "value"),
            new Saying("cvc-(?:enumeration|pattern)-valid: Value '(.*?)' is not .*", "value"),
            new Saying("cvc-(?:attribute|type)\\.3[^:]*: The value '(.*?)' of .*", "value"),
            new Saying("cvc-.*", "schema"));

    private ParserWords() {}

    /**
     * One sentence about a file of XML: the line where it is known, and what is wrong there. What is no XML at all is not
     * judged by what BPMN allows.
     *
     * @param failure what whoever reads it as a model has said
     */
    public static String of(byte[] file, Throwable failure) {
        try {
            XmlElement.read(file);
        } catch (XMLStreamException e) {
            String said = of(e);
            return said.endsWith(Messages.text(OTHER)) ? of(failure) : said;
        }
        return of(failure);
    }

    /** One sentence: the line where it is known, and what is wrong there. */
    public static String of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String said = String.valueOf(innermost.getMessage());
        if (innermost instanceof JsonProcessingException json) {
            return at(json.getLocation() == null ? 0 : json.getLocation().getLineNr(), Messages.text("parser.json"));
        }
        if (innermost instanceof CharacterCodingException || innermost instanceof UnsupportedEncodingException) {
            return Messages.text("parser.encoding");
        }
        if (innermost instanceof SAXParseException located) {
            return at(located.getLineNumber(), sentence(said));
        }
        for (Pattern place : List.of(LOCATED, STREAMED)) {
            Matcher located = place.matcher(said);
            if (located.matches()) {
                return at(Integer.parseInt(located.group(1)), sentence(located.group(2)));
            }
        }
        return innermost instanceof XMLStreamException stream && stream.getLocation() != null
                ? at(stream.getLocation().getLineNumber(), sentence(said))
                : sentence(said);
    }

    private static String at(int line, String sentence) {
        return line > 0 ? Messages.text("problem.line", String.valueOf(line), sentence) : sentence;
    }

    private static String sentence(String said) {
        for (Saying saying : SAYINGS) {
            Matcher matcher = saying.said().matcher(said.strip());
            if (matcher.matches()) {
                Object[] parts = IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .map(ParserWords::shortened)
                        .toArray();
                return Messages.text("parser." + saying.sentence(), parts);
            }
        }
        return Messages.text(OTHER);
    }

    private static String shortened(String part) {
        String plain = part == null ? "" : part.strip().replaceAll("\\s+", " ");
        return plain.length() > MAX_PART ? plain.substring(0, MAX_PART) + "…" : plain;
    }
}
