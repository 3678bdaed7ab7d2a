using Microsoft.EntityFrameworkCore;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Signing;

/// <summary>Tasks, sets and conditions of signing, named in process definitions. Stored words.</summary>
public static class SigningSteps
{
    /// <summary>The deed was made before a notary; the desk records date, repertorio and file.</summary>
    public const string RecordDeed = "record-deed";

    /// <summary>The firm's representative signs outside; its desk brings the file.</summary>
    public const string UploadSigned = "upload-signed";

    public static async Task<bool> NeedsNotary(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var network = await context.Db.EnterpriseNetworks.FirstAsync(n => n.CaseId == context.Case.Id, cancellationToken);
        return network.Form != SignatureForm.DigitalStandardModel;
    }

    /// <summary>The original signatories, in the contract's order.</summary>
    public static async Task<IReadOnlyList<Guid>> Signatories(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ids = await context.Db.Participants
            .Where(p => p.CaseId == context.Case.Id && p.Status == ParticipantStatus.Active && p.Kind == ParticipantKind.Original)
            .OrderBy(p => p.Order).Select(p => p.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.Value)];
    }

    public static Task<bool> DeedMade(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Db.Deeds.AnyAsync(d => d.CaseId == context.Case.Id, cancellationToken);
    }
}
