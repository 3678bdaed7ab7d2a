using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Workflows.Casework.ListNetworks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.LookUp;

internal sealed class LookUpHandler(NetworksDbContext db, IActor actor) : IRequestHandler<LookUp, Result<Found>>
{
    public async Task<Result<Found>> Handle(LookUp request, CancellationToken cancellationToken)
    {
        var text = request.Text?.Trim() ?? "";
        if (text.Length is 0 or > LookUp.LongestText)
        {
            return new Found([], [], []);
        }

        // Lower case on both sides: the databases differ in whether they tell A from a.
        var folded = text.ToLowerInvariant();
        var desk = actor.Roles.HasFlag(OfficerRoles.Desk) ? actor.Association ?? default : default;
        return new Found(
            await NetworksAsync(folded, cancellationToken),
            desk == default ? [] : await FirmsAsync(desk, folded, TypedNumber.Of(text), cancellationToken),
            [.. await OfficersAsync(folded, cancellationToken), .. desk == default ? [] : await ContactsAsync(desk, folded, cancellationToken)]);
    }

#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture to name.

    private async Task<IReadOnlyList<FoundNetwork>> NetworksAsync(string text, CancellationToken cancellationToken)
    {
        var rows = await (
            from s in NetworkSource.Of(db, actor).Named(db, actor.Association, text)
            let isNamed = s.IsOpen || s.Case.Status == CaseStatus.InEffect || s.Case.Status == CaseStatus.Ended
            let exact = s.Network.Name.ToLower() == text || s.Case.Reference.ToLower() == text
            orderby exact descending, s.Network.Name.ToLower().Contains(text) descending, s.Case.Status == CaseStatus.Open descending, s.Case.OpenedOn descending, s.Case.Reference
            select new FoundNetwork(s.Case.Id, s.Case.Reference, isNamed ? s.Network.Name : null, s.Case.Phase, s.Case.Status, s.IsOpen, exact)).Take(LookUp.Most).ToListAsync(cancellationToken);
        return rows;
    }

    // Those of networks in which the desk has a part; another desk's firm only once that desk has said yes.
    private async Task<IReadOnlyList<FoundFirm>> FirmsAsync(AssociationId desk, string text, string? number, CancellationToken cancellationToken) => await (
        from p in InOwnCases(desk)
        join f in db.Firms on p.FirmId equals f.Id
        join n in db.EnterpriseNetworks on p.CaseId equals n.CaseId
        where f.Name.ToLower().Contains(text) || (number != null && (f.TaxCode == number || f.VatNumber == number))
        orderby f.Name, n.Name
        select new FoundFirm(p.CaseId, n.Name, p.Id, f.Name, f.TaxCode, p.DeskId == desk)).Take(LookUp.Most).ToListAsync(cancellationToken);

    // The person to call of the own firms: other desks' firms are told without contacts.
    private async Task<IReadOnlyList<FoundPerson>> ContactsAsync(AssociationId desk, string text, CancellationToken cancellationToken) => await (
        from p in InOwnCases(desk).Where(p => p.DeskId == desk)
        join f in db.Firms on p.FirmId equals f.Id
        where f.ContactName != null && f.ContactName.ToLower().Contains(text)
        orderby f.ContactName, f.Name
        select new FoundPerson(f.ContactName!, f.Email, f.Name, null, p.CaseId, p.Id)).Take(LookUp.Most).ToListAsync(cancellationToken);

    // The own association's; an administrator's whole programme.
    private async Task<IReadOnlyList<FoundPerson>> OfficersAsync(string text, CancellationToken cancellationToken)
    {
        var own = actor.Association;
        var all = actor.Roles.HasFlag(OfficerRoles.Administrator);
        return await (
            from o in db.Officers
            join a in db.Associations on o.AssociationId equals a.Id
            where (o.FullName.ToLower().Contains(text) || o.Email == text)
                && (a.Id == own ? all || !o.IsDisabled : all && db.Associations.Any(mine => mine.Id == own && mine.ProgrammeId == a.ProgrammeId))
            orderby o.FullName
            select new FoundPerson(o.FullName, o.Email, a.DeskName, o.Id, null, null)).Take(LookUp.Most).ToListAsync(cancellationToken);
    }

    private IQueryable<Participant> InOwnCases(AssociationId desk) =>
        from p in db.Participants.AsNoTracking()
        where p.DeskId == desk
            ? p.Status != ParticipantStatus.Declined && (p.Status != ParticipantStatus.Proposed || db.Cases.Any(c => c.Id == p.CaseId && c.OwnerId == desk))
            : p.Status != ParticipantStatus.Proposed && p.Status != ParticipantStatus.Declined
        where db.Cases.Any(c => c.Id == p.CaseId && c.OwnerId == desk)
            || db.Participants.Any(own => own.CaseId == p.CaseId && own.DeskId == desk && (own.Status == ParticipantStatus.Active || own.Status == ParticipantStatus.Left))
        select p;
#pragma warning restore CA1304, CA1311, CA1862
}
