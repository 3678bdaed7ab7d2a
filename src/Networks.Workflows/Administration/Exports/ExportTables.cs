using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.Casework;
using Networks.Data.Changes;
using Networks.Data.Discovery;
using Networks.Data.Drafts;
using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;
using Networks.Data.Filings;
using Networks.Data.Firms;
using Networks.Data.History;
using Networks.Data.Imports;
using Networks.Data.Incubation;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Data.Services;
using Networks.Data.Signing;
using Networks.Data.Work;

namespace Networks.Workflows.Administration.Exports;

/// <summary>A table of an export: which rows are the association's.</summary>
/// <param name="Folder">Where it lies in the file.</param>
internal sealed record ExportTable(string Folder, Type Entity, Func<NetworksDbContext, AssociationId, IQueryable<object>> Rows);

/// <summary>
/// What is an association's: its people, its register, its cases with all that is in them, its journal. What a firm of
/// another desk keeps in the register of that desk stays there, and what a person keeps for itself is the person's.
/// </summary>
internal static class ExportTables
{
    private const string Register = "register";
    private const string Networks = "networks";
    private const string Own = "association";

    public static IReadOnlyList<ExportTable> All { get; } =
    [
        Of<Association>(Own, (db, own) => db.Associations.Where(a => a.Id == own)),
        Of<Officer>(Own, (db, own) => db.Officers.Where(o => o.AssociationId == own).OrderBy(o => o.Id)),
        Of<ClosingDay>(Own, (db, own) => db.ClosingDays.Where(d => d.AssociationId == own).OrderBy(d => d.Id)),
        Of<DataRequest>(Own, (db, own) => db.DataRequests.Where(r => r.AssociationId == own).OrderBy(r => r.Id)),
        Of<JournalEntry>(Own, (db, own) => db.Journal.Where(j => j.Chain == own.Value).OrderBy(j => j.Number)),
        Of<TemplateVersion>(Own, (db, own) => db.TemplateVersions.Where(t => db.Associations.Any(a => a.Id == own && a.ProgrammeId == t.ProgrammeId)).OrderBy(t => t.Id)),
        Of<Firm>(Register, (db, own) => db.Firms.Where(f => f.HeldBy == own).OrderBy(f => f.Id)),
        Of<FirmProfile>(Register, (db, own) => db.FirmProfiles.Where(p => db.Firms.Any(f => f.Id == p.FirmId && f.HeldBy == own)).OrderBy(p => p.FirmId)),
        Of<FirmPage>(Register, (db, own) => db.FirmPages.Where(p => db.Firms.Any(f => f.Id == p.FirmId && f.HeldBy == own)).OrderBy(p => p.FirmId)),
        Of<FirmImport>(Register, (db, own) => db.FirmImports.Where(i => i.AssociationId == own).OrderBy(i => i.Id)),
        Of<ImportFault>(Register, (db, own) => db.ImportFaults.Where(f => db.FirmImports.Any(i => i.Id == f.ImportId && i.AssociationId == own)).OrderBy(f => f.ImportId).ThenBy(f => f.Row)),
        Of<Case>(Networks, (db, own) => db.Cases.Where(c => c.OwnerId == own).OrderBy(c => c.Id)),
        Of<CaseEvent>(Networks, (db, own) => db.CaseEvents.Where(e => db.Cases.Any(c => c.Id == e.CaseId && c.OwnerId == own)).OrderBy(e => e.CaseId).ThenBy(e => e.Number)),
        Of<EnterpriseNetwork>(Networks, (db, own) => db.EnterpriseNetworks.Where(n => db.Cases.Any(c => c.Id == n.CaseId && c.OwnerId == own)).OrderBy(n => n.CaseId)),
        Of<Participant>(Networks, (db, own) => db.Participants.Where(p => p.DeskId == own || db.Cases.Any(c => c.Id == p.CaseId && c.OwnerId == own)).OrderBy(p => p.Id)),
        Of<Draft>(Networks, (db, own) => db.Drafts.Where(d => db.Cases.Any(c => c.Id == d.CaseId && c.OwnerId == own)).OrderBy(d => d.Id)),
        Of<ApprovalRound>(Networks, (db, own) => db.ApprovalRounds.Where(r => db.Cases.Any(c => c.Id == r.CaseId && c.OwnerId == own)).OrderBy(r => r.Id)),
        Of<SignedFile>(Networks, (db, own) => db.SignedFiles.Where(f => db.Cases.Any(c => c.Id == f.CaseId && c.OwnerId == own)).OrderBy(f => f.Id)),
        Of<Deed>(Networks, (db, own) => db.Deeds.Where(d => db.Cases.Any(c => c.Id == d.CaseId && c.OwnerId == own)).OrderBy(d => d.CaseId)),
        Of<Filing>(Networks, (db, own) => db.Filings.Where(f => f.DeskId == own || db.Cases.Any(c => c.Id == f.CaseId && c.OwnerId == own)).OrderBy(f => f.Id)),
        Of<Duty>(Networks, (db, own) => db.Duties.Where(d => db.Cases.Any(c => c.Id == d.CaseId && c.OwnerId == own)).OrderBy(d => d.Id)),
        Of<NetworkChange>(Networks, (db, own) => db.NetworkChanges.Where(n => db.Cases.Any(c => c.Id == n.CaseId && c.OwnerId == own)).OrderBy(n => n.Id)),
        Of<ChangeSignature>(Networks, (db, own) => db.ChangeSignatures.Where(s => db.NetworkChanges.Any(n => n.Id == s.ChangeId && db.Cases.Any(c => c.Id == n.CaseId && c.OwnerId == own))).OrderBy(s => s.Id)),
        Of<ChangeVote>(Networks, (db, own) => db.ChangeVotes.Where(v => db.NetworkChanges.Any(n => n.Id == v.ChangeId && db.Cases.Any(c => c.Id == n.CaseId && c.OwnerId == own))).OrderBy(v => v.Id)),
        Of<ChangeTask>(Networks, (db, own) => db.ChangeTasks.Where(t => db.Cases.Any(c => c.Id == t.CaseId && c.OwnerId == own)).OrderBy(t => t.Id)),
        Of<FundContribution>(Networks, (db, own) => db.FundContributions.Where(f => db.Cases.Any(c => c.Id == f.CaseId && c.OwnerId == own)).OrderBy(f => f.Id)),
        Of<FundingOpportunity>(Networks, (db, own) => db.FundingOpportunities.Where(f => db.Cases.Any(c => c.Id == f.CaseId && c.OwnerId == own)).OrderBy(f => f.Id)),
        Of<Milestone>(Networks, (db, own) => db.Milestones.Where(m => db.Cases.Any(c => c.Id == m.CaseId && c.OwnerId == own)).OrderBy(m => m.Id)),
        Of<Pulse>(Networks, (db, own) => db.Pulses.Where(p => db.Cases.Any(c => c.Id == p.CaseId && c.OwnerId == own)).OrderBy(p => p.Id)),
        Of<PulseAnswer>(Networks, (db, own) => db.PulseAnswers.Where(a => db.Cases.Any(c => c.Id == a.CaseId && c.OwnerId == own)).OrderBy(a => a.Id)),
        Of<ServiceRequest>(Networks, (db, own) => db.ServiceRequests.Where(r => db.Cases.Any(c => c.Id == r.CaseId && c.OwnerId == own)).OrderBy(r => r.Id)),
        Of<Introduction>(Networks, (db, own) => db.Introductions.Where(i => i.AskingDesk == own || i.HoldingDesk == own).OrderBy(i => i.Id)),
        Of<Meeting>(Networks, (db, own) => db.Meetings.Where(m => db.Cases.Any(c => c.Id == m.CaseId && c.OwnerId == own)).OrderBy(m => m.Id)),
        Of<NeedCall>(Networks, (db, own) => db.NeedCalls.Where(n => n.AskingDesk == own).OrderBy(n => n.Id)),
        Of<NeedReply>(Networks, (db, own) => db.NeedReplies.Where(r => r.DeskId == own).OrderBy(r => r.Id)),
        Of<WorkItem>(Networks, (db, own) => db.WorkItems.Where(i => i.DeskId == own || db.Cases.Any(c => c.Id == i.CaseId && c.OwnerId == own)).OrderBy(i => i.Id)),
        Of<NextStep>(Networks, (db, own) => db.NextSteps.Where(s => s.DeskId == own).OrderBy(s => s.Id)),
        Of<OutboxMessage>(Networks, (db, own) => db.Outbox.Where(m => db.Cases.Any(c => c.Id == m.CaseId && c.OwnerId == own)).OrderBy(m => m.Id)),
        Of<StoredFile>(Networks, Files),
    ];

    /// <summary>Files of the association's cases, of its imports, and the programme's templates.</summary>
    public static IQueryable<StoredFile> Files(NetworksDbContext db, AssociationId own) => db.Files.Where(f =>
        db.Cases.Any(c => c.Id == f.CaseId && c.OwnerId == own)
        || db.FirmImports.Any(i => i.File == f.Id && i.AssociationId == own)
        || db.TemplateVersions.Any(t => t.FileId == f.Id && db.Associations.Any(a => a.Id == own && a.ProgrammeId == t.ProgrammeId))).OrderBy(f => f.Id);

    private static ExportTable Of<T>(string folder, Func<NetworksDbContext, AssociationId, IQueryable<T>> rows)
        where T : class => new(folder, typeof(T), (db, own) => rows(db, own).AsNoTracking());
}
