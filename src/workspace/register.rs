//! The register of the person at work in the folder that is open: what is done to it counts in the folder at
//! once.

use super::Workspace;
use crate::host::Host;
use crate::layer::Annotator;
use crate::session::history::Way;
use crate::session::{
    ActionError, FolderAction, FolderDesk, FolderError, FolderLabel, FolderSaveJob, FolderSaveResult,
    SaveError,
};

impl Workspace {
    /// The register, once something was done to it.
    pub fn register(&self) -> Option<&FolderDesk> {
        self.register.as_ref()
    }

    /// Does something about the folder, as this person.
    pub fn perform_in_folder(
        &mut self,
        action: &FolderAction,
        me: &Annotator,
        host: &mut dyn Host,
    ) -> Result<(), ActionError> {
        let library = self.library.as_ref().ok_or(ActionError::Folder(FolderError::NoFolder))?;
        let is_its = |desk: &FolderDesk| desk.root() == library.root() && desk.annotator().id == me.id;
        if !self.register.as_ref().is_some_and(is_its) {
            self.register = Some(FolderDesk::among(library.root(), me.clone(), library.register_files()));
        }
        let Some(desk) = &mut self.register else { return Ok(()) };
        desk.perform(action, library, host)?;
        self.show_register();
        Ok(())
    }

    /// Takes the last step in the folder back, or does it again.
    pub fn step_in_folder(&mut self, way: Way) -> Result<FolderLabel, ActionError> {
        let label = self.register.as_mut().ok_or(ActionError::NoStep(way))?.step(way)?;
        self.show_register();
        Ok(label)
    }

    /// Whether a step in the folder can be taken back, and whether one can be done again.
    pub fn steps_in_folder(&self) -> (bool, bool) {
        let Some(desk) = &self.register else { return (false, false) };
        (desk.undo_label().is_some(), desk.redo_label().is_some())
    }

    /// What has to be written of the register, if anything.
    pub fn start_register_save(&mut self, host: &dyn Host) -> Option<FolderSaveJob> {
        self.register.as_mut()?.start_save(host.now())
    }

    /// Takes over what a save found and did; why it failed, if it did.
    pub fn finish_register_save(&mut self, result: FolderSaveResult) -> Option<SaveError> {
        let desk = self.register.as_mut()?;
        if result.path().parent() != Some(desk.root()) {
            // The folder was left meanwhile, and the file is written.
            return None;
        }
        desk.finish_save(result);
        let error = desk.save_error().cloned();
        self.show_register();
        error
    }

    /// Takes over what others wrote into the register; leaves it where the folder is another one.
    pub(super) fn follow_register(&mut self) {
        let Some(library) = &self.library else {
            self.register = None;
            return;
        };
        self.register.take_if(|desk| desk.root() != library.root());
        if let Some(desk) = &mut self.register {
            desk.follow(library.register_files());
        }
        self.show_register();
    }

    fn show_register(&mut self) {
        let mine = self.register.as_ref().and_then(|desk| desk.layer().cloned());
        self.library.iter_mut().for_each(|library| library.set_my_register(mine.clone()));
    }
}
