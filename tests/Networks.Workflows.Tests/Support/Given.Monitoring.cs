using MediatR;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.CompleteIntake;

namespace Networks.Workflows.Tests.Support;

/// <summary>Vocabulary of the lead's picture.</summary>
public sealed partial class Given
{
    /// <summary>Cases of the same firms of Lecco, opened and completed by the real commands.</summary>
    /// <param name="provinces">One a firm; without any, two of LC.</param>
    public async Task<IReadOnlyList<CaseId>> InDraftingAsync(int cases, params string[] provinces)
    {
        ArgumentNullException.ThrowIfNull(provinces);
        var firms = new List<FirmId>();
        foreach (var province in provinces.Length == 0 ? ["LC", "LC"] : provinces)
        {
            firms.Add(await FirmAsync(Lecco, firms.Count + 1, reaProvince: province));
        }

        var ids = new List<CaseId>();
        for (var i = 0; i < cases; i++)
        {
            ids.Add(await CaseAsync([.. firms]));
            await DoneAsync(Lecco, new CompleteIntake(ids[^1]) { OperationId = Ids.New(Clock) });
        }

        return ids;
    }

    /// <summary>Sends as the lead of the programme and expects an answer.</summary>
    public Task<T> AsLeadAsync<T>(IRequest<Result<T>> request) =>
        DoneAsync(new Officer(OfficerId.New(Clock), Lecco.AssociationId, "Capofila Prova", "capofila@pal.example", OfficerRoles.Lead), request);
}
