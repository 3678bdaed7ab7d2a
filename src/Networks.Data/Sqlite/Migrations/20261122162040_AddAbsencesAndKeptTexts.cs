using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddAbsencesAndKeptTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "LettersOff",
                table: "Officers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenAt",
                table: "ApiTokens",
                type: "TEXT",
                nullable: true);

            // Whoever made a key for somebody else saw its secret: such a key waits until its person takes a new one.
            migrationBuilder.Sql("UPDATE \"ApiTokens\" SET \"TakenAt\" = \"CreatedAt\" WHERE \"CreatedBy\" = \"OfficerId\"");

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StandInId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Absences_Officers_OfficerId",
                        column: x => x.OfficerId,
                        principalTable: "Officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_Officers_StandInId",
                        column: x => x.StandInId,
                        principalTable: "Officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeptTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Page = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptTexts_Officers_OfficerId",
                        column: x => x.OfficerId,
                        principalTable: "Officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_OfficerId_Until",
                table: "Absences",
                columns: new[] { "OfficerId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_StandInId_Until",
                table: "Absences",
                columns: new[] { "StandInId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_KeptTexts_KeptAt",
                table: "KeptTexts",
                column: "KeptAt");

            migrationBuilder.CreateIndex(
                name: "IX_KeptTexts_OfficerId_Page_Form",
                table: "KeptTexts",
                columns: new[] { "OfficerId", "Page", "Form" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "KeptTexts");

            migrationBuilder.DropColumn(
                name: "LettersOff",
                table: "Officers");

            migrationBuilder.DropColumn(
                name: "TakenAt",
                table: "ApiTokens");
        }
    }
}
