using Networks.Workflows.Monitoring.FundingCalls;
using Networks.Workflows.Services;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>The catalogue of services that the lead of the core programme keeps, and the calls whose last days it watches.</summary>
internal static class DemoCatalogue
{
    private const string _lead = "Giulia Sartori";

    private static readonly (string Name, string Provider, string Description, int Hours, long Cents)[] _offers =
    [
        ("Valutazione di un brevetto", "Politecnico di Milano, TTO", "Ricerca di anteriorità e parere su che cosa conviene proteggere.", 24, 2_400_00),
        ("Prova di fattibilità tecnica", "Politecnico di Milano, TTO", "Un laboratorio prova il processo su tre campioni e scrive che cosa manca.", 60, 7_500_00),
        ("Piano economico della rete", "ACF SpA", "Conto economico e fabbisogno del programma comune per tre anni.", 32, 3_200_00),
        ("Accordo fra le imprese sulla proprietà dei risultati", "ACF SpA", "Chi può usare che cosa, dentro la rete e dopo il recesso.", 16, 1_900_00),
        ("Accompagnamento in banca", "ACF SpA", "Fascicolo e incontro con due istituti per un credito alla rete.", 20, 1_500_00),
    ];

    /// <summary>At the beginning of the story.</summary>
    public static async Task OfferAsync(DemoStage stage, CancellationToken cancellationToken)
    {
        foreach (var (name, provider, description, hours, cents) in _offers)
        {
            await stage.AsAsync(_lead, new AddOffer(name, provider, description, hours, cents), cancellationToken);
        }
    }

    /// <summary>On the demo's day.</summary>
    public static async Task WatchCallsAsync(DemoStage stage, CancellationToken cancellationToken)
    {
        await stage.AsAsync(_lead, new AddCall("Reti e filiere che innovano", "Regione Lombardia", stage.Today.AddDays(23), NeedsEffect: true) { MinimumFirms = 3, Provinces = "LC CO SO", MinimumInProvinces = 1 }, cancellationToken);
        await stage.AsAsync(_lead, new AddCall("Contributi alle fiere all’estero", "CCIAA Como-Lecco", stage.Today.AddDays(52), NeedsEffect: false), cancellationToken);
    }
}
