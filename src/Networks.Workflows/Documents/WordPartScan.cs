using System.Text;
using System.Xml;
using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>
/// Reads one XML part forward only, keeping nothing of it: depth, document types, links that lead out of the file,
/// active content.
/// </summary>
internal sealed class WordPartScan(int depthLimit)
{
    private const string _mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static readonly string[] _linkSchemes = ["http://", "https://", "mailto:", "tel:", "#"];
    private static readonly string[] _activeRelations = ["/vbaProject", "/wordVbaData", "/control", "/activeXControlBinary"];
    private static readonly string[] _reachingFields =
        ["INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "LINK", "EMBED", "DATABASE", "RD", "MACROBUTTON"];

    private readonly Stack<StringBuilder> _fields = new();
    private bool _instruction;

    /// <summary>The content type of the main document, once <c>[Content_Types].xml</c> has been read.</summary>
    public string? MainType { get; private set; }

    /// <returns>Why the file is refused; null when the part may pass.</returns>
    public Refusal? Check(string name, Stream xml)
    {
        // The document type is parsed only to be reported: nothing outside is resolved and no entity may grow.
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
        };
        _fields.Clear();
        try
        {
            using var reader = XmlReader.Create(xml, settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.DocumentType)
                {
                    return DocumentRefusals.WordDocumentType;
                }

                if (reader.Depth > depthLimit)
                {
                    return DocumentRefusals.WordNested(depthLimit);
                }

                if (reader.NodeType == XmlNodeType.Element && CheckElement(name, reader) is { } refusal)
                {
                    return refusal;
                }

                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && _instruction)
                {
                    Instruction.Append(reader.Value);
                    if (Reaching(Instruction.ToString()) is { } field)
                    {
                        return DocumentRefusals.WordExternalField(field);
                    }
                }
            }

            return null;
        }
        catch (XmlException)
        {
            return DocumentRefusals.WordDamaged;
        }
    }

    private StringBuilder Instruction
    {
        get
        {
            if (_fields.Count == 0)
            {
                _fields.Push(new StringBuilder());
            }

            return _fields.Peek();
        }
    }

    private Refusal? CheckElement(string part, XmlReader reader)
    {
        _instruction = reader.LocalName == "instrText";
        switch (reader.LocalName)
        {
            case "Override" or "Default" when part.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase):
                return CheckType(reader.GetAttribute("ContentType") ?? "");
            case "Relationship" when part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase):
                return CheckRelationship(reader);
            case "fldChar":
                Follow(Attribute(reader, "fldCharType"));
                return null;
            case "fldSimple":
                return Reaching(Attribute(reader, "instr") ?? "") is { } field ? DocumentRefusals.WordExternalField(field) : null;
            case "imagedata" or "fill" or "stroke":
                return (reader.GetAttribute("src") ?? reader.GetAttribute("href")) is { Length: > 0 } address
                    ? DocumentRefusals.WordExternalLink(address)
                    : null;
            case "altChunk" or "subDoc":
                return DocumentRefusals.WordExternalLink(reader.LocalName);
            default:
                return null;
        }
    }

    private Refusal? CheckType(string type)
    {
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
        {
            return DocumentRefusals.WordMacros;
        }

        if (type.Equals(_mainType, StringComparison.OrdinalIgnoreCase))
        {
            MainType = type;
        }

        return null;
    }

    private static Refusal? CheckRelationship(XmlReader reader)
    {
        var type = reader.GetAttribute("Type") ?? "";
        var target = reader.GetAttribute("Target") ?? "";
        if (_activeRelations.Any(r => type.EndsWith(r, StringComparison.OrdinalIgnoreCase)))
        {
            return DocumentRefusals.WordMacros;
        }

        if (type.EndsWith("/oleObject", StringComparison.OrdinalIgnoreCase))
        {
            return DocumentRefusals.WordEmbeddedObject;
        }

        if (type.EndsWith("/aFChunk", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/attachedTemplate", StringComparison.OrdinalIgnoreCase))
        {
            return DocumentRefusals.WordExternalLink(target);
        }

        if (!string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase))
        {
            return target.Contains("://", StringComparison.Ordinal) ? DocumentRefusals.WordExternalLink(target) : null;
        }

        var isLink = type.EndsWith("/hyperlink", StringComparison.OrdinalIgnoreCase)
            && _linkSchemes.Any(s => target.StartsWith(s, StringComparison.OrdinalIgnoreCase));
        return isLink ? null : DocumentRefusals.WordExternalLink(target);
    }

    // A field may be spread over many runs, and fields may be nested: each open one collects its own instruction.
    private void Follow(string? mark)
    {
        if (mark == "begin")
        {
            _fields.Push(new StringBuilder());
        }
        else if (mark == "end" && _fields.Count > 0)
        {
            _fields.Pop();
        }
    }

    private static string? Reaching(string instruction)
    {
        var word = new string([.. instruction.TrimStart().TakeWhile(char.IsAsciiLetter)]).ToUpperInvariant();
        return _reachingFields.Contains(word) ? word : null;
    }

    private static string? Attribute(XmlReader reader, string localName)
    {
        string? found = null;
        while (found is null && reader.MoveToNextAttribute())
        {
            found = reader.LocalName == localName ? reader.Value : null;
        }

        reader.MoveToElement();
        return found;
    }
}
