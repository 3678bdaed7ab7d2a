using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>
/// The templates that a programme works with: the shipped ones, until it has made one of its own valid. What was made
/// from an earlier version keeps it.
/// </summary>
public sealed class TemplateLibrary(NetworksDbContext db, ITemplates shipped, IFileStore files)
{
    /// <summary>Number of the version that comes with the service.</summary>
    public const int Shipped = 1;

    /// <summary>Every kind of document by its folder, with what its template may name.</summary>
    public static IReadOnlyDictionary<string, TemplateFields> Kinds { get; } =
        new Dictionary<string, TemplateFields>(ChangeDocumentFields.ByFolder) { [NetworkContractFields.Folder] = NetworkContractFields.All };

    /// <summary>How a version is called where it was used: <c>network-contract/v2.docx</c>.</summary>
    public static string PathOf(string folder, int number) => string.Create(CultureInfo.InvariantCulture, $"{folder}/v{number}.docx");

    /// <returns>The version that new documents are made from; null when the installation has none.</returns>
    public async Task<TemplateInUse?> CurrentAsync(ProgrammeId programme, string folder, CancellationToken cancellationToken)
    {
        var number = await db.TemplateVersions.Where(t => t.ProgrammeId == programme && t.Folder == folder && t.ValidFrom != null)
            .OrderByDescending(t => t.ValidFrom).ThenByDescending(t => t.Number).Select(t => (int?)t.Number).FirstOrDefaultAsync(cancellationToken);
        return await ReadAsync(programme, folder, number ?? Shipped, cancellationToken);
    }

    /// <returns>Null when there is no such version.</returns>
    public async Task<TemplateInUse?> ReadAsync(ProgrammeId programme, string folder, int number, CancellationToken cancellationToken)
    {
        var hash = await db.TemplateVersions.Where(t => t.ProgrammeId == programme && t.Folder == folder && t.Number == number && t.FileId != null)
            .Select(t => t.Sha256).FirstOrDefaultAsync(cancellationToken);
        var bytes = hash is not null ? await files.ReadAsync(hash, cancellationToken)
            : number == Shipped && Kinds.ContainsKey(folder) ? await shipped.ReadAsync(PathOf(folder, Shipped), cancellationToken)
            : null;
        return bytes is null ? null : new TemplateInUse(PathOf(folder, number), bytes);
    }
}

/// <param name="Path">What a document made from it keeps of it.</param>
public sealed record TemplateInUse(string Path, byte[] Bytes)
{
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
