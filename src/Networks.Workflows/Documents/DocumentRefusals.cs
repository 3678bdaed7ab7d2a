using System.Globalization;
using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>Every "no" about a file, each with its sentence in <c>Texts/Documents</c>.</summary>
public static class DocumentRefusals
{
    public static readonly Refusal Empty = new(RefusalKind.Invalid, "documents.empty");
    public static readonly Refusal NotWord = new(RefusalKind.Invalid, "documents.not-word");
    public static readonly Refusal WordOldFormat = new(RefusalKind.Invalid, "documents.word-old-format");
    public static readonly Refusal WordDamaged = new(RefusalKind.Invalid, "documents.word-damaged");
    public static readonly Refusal WordPassword = new(RefusalKind.Invalid, "documents.word-password");
    public static readonly Refusal WordMacros = new(RefusalKind.Invalid, "documents.word-macros");
    public static readonly Refusal WordEmbeddedObject = new(RefusalKind.Invalid, "documents.word-embedded-object");
    public static readonly Refusal WordUnpacksTooLarge = new(RefusalKind.TooLarge, "documents.word-unpacks-too-large");
    public static readonly Refusal WordDocumentType = new(RefusalKind.Invalid, "documents.word-document-type");
    public static readonly Refusal WordEntryName = new(RefusalKind.Invalid, "documents.word-entry-name");
    public static readonly Refusal NotPdf = new(RefusalKind.Invalid, "documents.not-pdf");
    public static readonly Refusal PdfDamaged = new(RefusalKind.Invalid, "documents.pdf-damaged");
    public static readonly Refusal PdfPassword = new(RefusalKind.Invalid, "documents.pdf-password");
    public static readonly Refusal NoPdfConverter = new(RefusalKind.Unavailable, "documents.no-pdf-converter");
    public static readonly Refusal PdfConversionFailed = new(RefusalKind.Unavailable, "documents.pdf-conversion-failed");

    public static Refusal TooLarge(long limitBytes) =>
        new(RefusalKind.TooLarge, "documents.too-large", limitBytes / (1024 * 1024));

    public static Refusal WordNested(int limit) => new(RefusalKind.Invalid, "documents.word-nested", limit);

    /// <param name="target">The address outside the file, shortened for the sentence.</param>
    public static Refusal WordExternalLink(string target) =>
        new(RefusalKind.Invalid, "documents.word-external-link", Shown(target));

    public static Refusal WordExternalField(string field) =>
        new(RefusalKind.Invalid, "documents.word-external-field", Shown(field));

    public static Refusal PdfConversionSlow(int seconds) =>
        new(RefusalKind.Unavailable, "documents.pdf-conversion-slow", seconds);

    public static Refusal ValueMissing(string field) => new(RefusalKind.Invalid, "documents.value-missing", field);

    /// <param name="row">Counted from 1, as a person counts.</param>
    public static Refusal ValueMissingInRow(string field, string list, int row) =>
        new(RefusalKind.Invalid, "documents.value-missing-in-row", field, list, row.ToString(CultureInfo.InvariantCulture));

    private static string Shown(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
