using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Networks.Workflows.Administration.Holdings;

/// <summary>What is held about somebody, for a machine (<c>data.json</c>) and for a reader (<c>data.html</c>).</summary>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Keeper">The association that answers.</param>
internal sealed record HoldingBook(string Subject, string Keeper, DateOnly On, IReadOnlyList<HoldingPart> Parts)
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>By the id of a case, how people call it. Never null.</summary>
    public IReadOnlyDictionary<Guid, string> References { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Files that go with it. Never null.</summary>
    public IReadOnlyList<HeldFile> Files { get; init; } = [];

    /// <returns>The bytes of a ZIP.</returns>
    public async Task<byte[]> PackAsync(CultureInfo language, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await using (var zip = await ZipArchive.CreateAsync(packed, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            await AddAsync(zip, "data.json", Encoding.UTF8.GetBytes(HeldSecrets.Strike(Json().ToJsonString(_json))), cancellationToken);
            await AddAsync(zip, "data.html", Encoding.UTF8.GetBytes(HeldSecrets.Strike(HoldingPage.Write(this, language))), cancellationToken);
            foreach (var file in Files)
            {
                await AddAsync(zip, $"files/{file.Name}", file.Bytes, cancellationToken);
            }
        }

        return packed.ToArray();
    }

    private JsonObject Json()
    {
        var parts = new JsonObject();
        foreach (var part in Parts)
        {
            parts[part.Word] = new JsonArray([.. part.Rows.Select(r => r.DeepClone())]);
        }

        return new JsonObject { ["subject"] = Subject, ["keeper"] = Keeper, ["madeOn"] = On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["held"] = parts };
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await entry.WriteAsync(bytes, cancellationToken);
    }
}

internal sealed record HeldFile(string Name, byte[] Bytes);

/// <summary>Secrets of mailed links within the text of mails.</summary>
internal static partial class HeldSecrets
{
    /// <summary>A link's token opens a page for whoever has it: a copy of the mail must not open it a second time.</summary>
    public static string Strike(string text) => Token().Replace(text, "/…");

    [GeneratedRegex("/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
