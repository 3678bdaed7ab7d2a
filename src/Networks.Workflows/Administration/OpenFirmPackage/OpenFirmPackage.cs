using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Files;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.Holdings;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.OpenFirmPackage;

/// <summary>Everything that is held about a firm of the person's desk, in the firm's language, as a ZIP to be handed to it.</summary>
[Access(Right.PersonalData)]
public sealed record OpenFirmPackage(FirmId Firm) : IQuery<DataPackage>;

/// <param name="Name">File name.</param>
/// <param name="Bytes">A ZIP.</param>
public sealed record DataPackage(string Name, byte[] Bytes)
{
    public const string MediaType = "application/zip";
}

internal sealed class OpenFirmPackageHandler(NetworksDbContext db, IActor actor, IFileStore files, BusinessCalendar calendar) : IRequestHandler<OpenFirmPackage, Result<DataPackage>>
{
    /// <summary>Files beyond it are named in the data and taken from the case.</summary>
    private const long _mostBytes = 60 * 1024 * 1024;

    public async Task<Result<DataPackage>> Handle(OpenFirmPackage request, CancellationToken cancellationToken)
    {
        if (await db.OwnFirmAsync(actor, request.Firm, cancellationToken) is not { } firm)
        {
            return AdministrationRefusals.NotFound;
        }

        var parts = await new FirmHoldings(db).ReadAsync(firm, cancellationToken);
        var today = calendar.Today();
        var book = new HoldingBook(firm.Name, await db.Associations.Where(a => a.Id == firm.HeldBy).Select(a => a.Name).SingleAsync(cancellationToken), today, parts)
        {
            References = (await db.Cases.AsNoTracking().Where(c => db.Participants.Any(p => p.CaseId == c.Id && p.FirmId == firm.Id)).Select(c => new { c.Id, c.Reference }).ToListAsync(cancellationToken)).ToDictionary(c => c.Id.Value, c => c.Reference),
            Files = await FilesAsync(firm, cancellationToken),
        };
        return new DataPackage($"{firm.TaxCode}-{today:yyyy-MM-dd}.zip", await book.PackAsync(CultureInfo.GetCultureInfo(firm.Language), cancellationToken));
    }

    /// <summary>What it signed, and the receipts of its filings.</summary>
    private async Task<IReadOnlyList<HeldFile>> FilesAsync(Firm firm, CancellationToken cancellationToken)
    {
        var taken = await db.Participants.AsNoTracking().Where(p => p.FirmId == firm.Id).Select(p => new { p.Id, p.CaseId }).ToListAsync(cancellationToken);
        var (own, cases) = (taken.ConvertAll(t => t.Id), taken.ConvertAll(t => t.CaseId));
        var signed = (await db.SignedFiles.AsNoTracking().Where(f => cases.Contains(f.CaseId)).ToListAsync(cancellationToken)).FindAll(f => f.Signatories.Any(own.Contains)).ConvertAll(f => f.File);
        var receipts = await db.Filings.AsNoTracking().Where(f => f.ParticipantId != null && own.Contains(f.ParticipantId.Value) && f.Receipt != null).Select(f => f.Receipt!.Value).ToListAsync(cancellationToken);
        List<FileId> ids = [.. signed, .. receipts];
        var held = new List<HeldFile>();
        long size = 0;
        foreach (var file in await db.Files.AsNoTracking().Where(f => ids.Contains(f.Id)).OrderBy(f => f.StoredAt).ToListAsync(cancellationToken))
        {
            size += file.SizeBytes;
            if (size <= _mostBytes)
            {
                held.Add(new HeldFile(NameOf(file), await files.ReadAsync(file.Sha256, cancellationToken)));
            }
        }

        return held;
    }

    private static string NameOf(StoredFile file) => $"{file.Sha256[..8]}-{file.Name}";
}
