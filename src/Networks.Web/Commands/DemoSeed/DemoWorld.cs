using Microsoft.AspNetCore.Identity;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Data.Programmes;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>What is there before the story begins: programmes, associations, people with accounts, firms on file.</summary>
internal sealed class DemoWorld(NetworksDbContext db, UserManager<Account> accounts, TimeProvider clock)
{
    private readonly Dictionary<string, AssociationId> _desks = new(StringComparer.Ordinal);
    private readonly List<Officer> _officers = [];

    public async Task BuildAsync(DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var programme in DemoProgrammes.All)
        {
            Add(programme);
        }

        foreach (var firm in DemoFirms.All.Concat(DemoCraft.Firms))
        {
            var entity = Entity(firm, _desks[firm.Desk], today);
            db.AddRange(entity, DemoProfiles.Of(firm, entity.Id, today));
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var officer in _officers)
        {
            var made = await accounts.CreateAsync(new Account { Id = officer.Id.Value, UserName = officer.Email, Email = officer.Email, EmailConfirmed = true });
            if (!made.Succeeded)
            {
                throw new InvalidOperationException($"{officer.Email}: {string.Join(", ", made.Errors.Select(e => e.Code))}");
            }
        }
    }

    private void Add(DemoProgramme told)
    {
        var id = ProgrammeId.New(clock);
        var associations = told.Partners.Select(p => new Association(AssociationId.New(clock), id, p.Name, p.DeskName, p.Kind)
        {
            Country = p.Country,
            Email = $"desk@{p.Town}.example",
            Phone = p.Country == "IT" ? "02 0000000" : null,
        }).ToList();
        db.Add(new Programme(id, told.Code, told.Name, new LeadPartner(associations[0].Id)) { Territory = told.Territory, Languages = told.Languages, BudgetCents = told.BudgetCents });
        for (var i = 0; i < associations.Count; i++)
        {
            db.Add(associations[i]);
            _desks[told.Partners[i].Town] = associations[i].Id;
            foreach (var person in told.Partners[i].Officers)
            {
                var mailbox = $"{person.Name.ToLowerInvariant().Replace(' ', '.')}@{told.Partners[i].Town}.example".Replace("ï", "i", StringComparison.Ordinal);
                var officer = new Officer(OfficerId.New(clock), associations[i].Id, person.Name, mailbox, RolesOf(person, associations[i].Kind)) { Language = person.Language };
                _officers.Add(officer);
                db.Add(officer);
            }
        }
    }

    private static OfficerRoles RolesOf(DemoOfficer person, AssociationKind kind) => person switch
    {
        { Lead: true } => OfficerRoles.Lead,
        { Auditor: true } => OfficerRoles.Auditor,
        { Administrator: true } => OfficerRoles.Administrator,
        _ => kind == AssociationKind.Provider ? OfficerRoles.Expert : OfficerRoles.Desk,
    };

    private Firm Entity(DemoFirm told, AssociationId desk, DateOnly today)
    {
        var firm = new Firm(FirmId.New(clock), desk, told.Name, told.TaxCode)
        {
            Country = told.Country,
            VatNumber = told.VatNumber,
            LegalForm = told.Form,
            ReaProvince = told.Country == "IT" ? told.Town.Province : null,
            ReaNumber = told.Country == "IT" ? 900000 + told.Number : null,
            RegisterStatus = RegisterStatus.Entered,
            RegisterCheckedOn = today,
            Seat = new PostalAddress("Via Inventata", $"{1 + told.Number}", told.Town.PostalCode, told.Town.Name, told.Country == "IT" ? told.Town.Province : null, told.Country),
            CertifiedEmail = $"{told.Slug}@pec.example",
            Email = $"info@{told.Slug}.example",
            Phone = $"{told.Town.Prefix} 0000{told.Number:00}",
            ContactName = told.Representative,
            Language = told.Language,
            PrivacyNoticeOn = today,
            PrivacyNoticeHow = "phone",
        };
        firm.Appoint(new LegalRepresentative(Ids.New(clock), told.Representative, told.RepresentativeTaxCode, today.AddYears(-4))
        {
            Office = told.Form == LegalForm.SoleProprietor ? "titolare" : "amministratore unico",
        });
        foreach (var purpose in Enum.GetValues<ConsentPurpose>().Where(p => p != ConsentPurpose.ShowAnonymously || DemoProfiles.IsShown(told)))
        {
            firm.Give(new Consent(Ids.New(clock), purpose, today, null, "phone"));
        }

        return firm;
    }
}
