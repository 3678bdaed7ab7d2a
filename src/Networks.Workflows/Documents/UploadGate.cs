using System.Text;
using System.Text.RegularExpressions;
using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>
/// The one door for files from outside, passed before any library sees them. Nothing is repaired: a file is accepted
/// as it stands, or refused with the cause and the cure.
/// </summary>
public static partial class UploadGate
{
    /// <summary>Reads an upload of unknown length and stops at the limit.</summary>
    public static async Task<Result<byte[]>> ReadAsync(Stream source, int limitBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > limitBytes)
            {
                return DocumentRefusals.TooLarge(limitBytes);
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>A plain .docx that a contract can be: see <see cref="DocumentRefusals"/> for each reason why not.</summary>
    public static Result<WordFile> CheckWord(byte[] file, UploadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= UploadLimits.Default;
        if (Size(file, limits.FileBytes) is { } refusal)
        {
            return refusal;
        }

        if (file.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            // Word keeps an encrypted .docx inside the container of the old format, under this name.
            return file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? DocumentRefusals.WordPassword
                : DocumentRefusals.WordOldFormat;
        }

        if (!file.AsSpan().StartsWith("PK\x03\x04"u8))
        {
            return DocumentRefusals.NotWord;
        }

        var why = WordPackageScan.Check(file, limits);
        return why is null ? new WordFile(file) : why;
    }

    /// <summary>A whole PDF without password. It must begin with its own mark, because these very bytes will be signed.</summary>
    public static Result<byte[]> CheckPdf(byte[] file, UploadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (Size(file, (limits ?? UploadLimits.Default).FileBytes) is { } refusal)
        {
            return refusal;
        }

        if (!file.AsSpan().StartsWith("%PDF-"u8))
        {
            return DocumentRefusals.NotPdf;
        }

        if (file.AsSpan(Math.Max(0, file.Length - 1024)).IndexOf("%%EOF"u8) < 0)
        {
            return DocumentRefusals.PdfDamaged;
        }

        return EncryptionEntry().IsMatch(Encoding.Latin1.GetString(file)) ? DocumentRefusals.PdfPassword : file;
    }

    /// <summary>Size only: what the envelope holds and who signed it is for the verification of signatures.</summary>
    public static Result<byte[]> CheckSigned(byte[] file, UploadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Size(file, (limits ?? UploadLimits.Default).SignedBytes) is { } refusal ? refusal : file;
    }

    private static Refusal? Size(byte[] file, int limit) =>
        file.Length == 0 ? DocumentRefusals.Empty
        : file.Length > limit ? DocumentRefusals.TooLarge(limit)
        : null;

    [GeneratedRegex(@"/Encrypt\s*(<<|\d+\s+\d+\s+R)")]
    private static partial Regex EncryptionEntry();
}
